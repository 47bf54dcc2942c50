"""A link that leads nowhere cannot be kept in a checkout everywhere, so it is made here."""

from pathlib import Path

Path("scenarios.yaml").symlink_to("gone.yaml")
