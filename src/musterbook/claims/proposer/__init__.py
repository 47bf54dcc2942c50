"""A text and a language model in, the head counts it proposes that the text itself bears out."""
