"""A browser's pages in, what they must not do out: ask another host, break the policy, fail."""

from urllib.parse import urlsplit

LOCAL = ("127.0.0.1", "")


class Watch:
    """Notes every fault of every page of a context; `allowed` holds statuses a test provokes."""

    def __init__(self, context):
        self.faults, self.requests, self.allowed = [], [], set()
        self.context = context
        context.set_default_timeout(20_000)
        context.on("page", self._follow)
        context.on("request", self._asked)
        context.on("response", self._answered)

    def _follow(self, page):
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("console", self._said)

    def _said(self, message):
        failed = message.text.startswith("Failed to load resource")  # told by `_answered`
        if message.type in ("error", "warning") and not failed:
            self.faults.append(f"console: {message.text}")

    def _asked(self, request):
        self.requests.append(request.url)
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and (parts.hostname or "") not in LOCAL:
            self.faults.append(f"asked {request.url}")

    def _answered(self, response):
        if response.status >= 400 and response.status not in self.allowed:
            self.faults.append(f"{response.status} for {response.url}")

    def check(self):
        assert not self.faults, "; ".join(self.faults)

    def check_and_forget(self):
        """Check, and begin anew for who looks through the same pages next."""
        faults, self.faults = self.faults, []
        self.allowed.clear()
        assert not faults, "; ".join(faults)
