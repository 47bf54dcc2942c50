"""Many reports in, which of them are copies or retell one another out."""
