"""Evidence and the explanations offered for it go in, a weighed matrix comes out."""
