"""What the screens of the web page show: a case, its results and a query in, a context out."""
