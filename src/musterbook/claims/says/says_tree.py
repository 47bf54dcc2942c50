"""A parsed tree goes in; its tokens and subtrees, by kind, come out."""

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from lark import Token, Tree

    Node: TypeAlias = Tree[Token]


def token_of(node: "Node", kind: str) -> "Token":
    """Give the first token of a kind among a node's children."""
    return tokens_of(node, kind)[0]


def tokens_of(node: "Node", kind: str) -> tuple["Token", ...]:
    """Give every token of a kind among a node's children (a token is a str, a subtree is not)."""
    return tuple(each for each in node.children if isinstance(each, str) and each.type == kind)


def node_of(node: "Node", kind: str) -> "Node | None":
    """Give the first subtree of a kind among a node's children."""
    for each in node.children:
        if not isinstance(each, str) and each.data == kind:
            return each
    return None


def nodes_of(node: "Node", *kinds: str) -> tuple["Node", ...]:
    """Give the subtrees among a node's children, all of them or those of some kinds."""
    return tuple(
        each
        for each in node.children
        if not isinstance(each, str) and (not kinds or each.data in kinds)
    )
