"""Limits that a process of ours sets itself before it takes up what others wrote."""


def confine(memory: int, seconds: int) -> None:
    """Let the system end this process before it takes much; Windows cannot.

    Args:
        memory: bytes of data that it may hold.
        seconds: of processor time.
    """
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    for which, wanted in (
        (resource.RLIMIT_DATA, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(which)
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(which, (most, hard))
