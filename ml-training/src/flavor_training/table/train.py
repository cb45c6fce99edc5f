class Request:
    pass


def train(r):
    pass
