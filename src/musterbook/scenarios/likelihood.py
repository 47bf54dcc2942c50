"""A probability in, its band of the US intelligence community's standard in words out."""

# Lower edge of each band, in shares, and its words: ICD 203. A share on an edge takes the band
# that begins there; the standard knows neither 0 nor 100 %, so the outer bands take those too.
BANDS = (
    (0.00, "almost no chance"),
    (0.05, "very unlikely"),
    (0.20, "unlikely"),
    (0.45, "roughly even chance"),
    (0.55, "likely"),
    (0.80, "very likely"),
    (0.95, "almost certain"),
)


def likelihood_words(probability: float) -> str:
    """Give the words for a probability of 0 to 1; they speak of likelihood, never of confidence.

    Source: icd203.
    """
    return [words for edge, words in BANDS if probability >= edge][-1]
