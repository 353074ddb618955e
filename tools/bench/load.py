"""A small load: some connections that are kept open, each with one request under way."""

import socket
import struct
import time

HEADER_END = b"\r\n\r\n"


def request(host: str, path: str, *headers: str) -> bytes:
    """Return the bytes of a request such as a browser behind a TLS proxy sends."""
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}", "Accept-Encoding: gzip"]
    lines += ["X-Forwarded-Proto: https", *headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def ask(line: socket.socket, asked: bytes) -> tuple[bytes, bytes]:
    """Return the head and the body of one answer."""
    line.sendall(asked)
    got = b""
    while HEADER_END not in got:
        piece = line.recv(65536)
        if not piece:
            raise ConnectionError("the server closed the connection")
        got += piece
    head, _, body = got.partition(HEADER_END)
    length = _length(head)
    while len(body) < length:
        body += line.recv(65536)
    return head, body


def connect(port: int) -> socket.socket:
    line = socket.create_connection(("127.0.0.1", port), timeout=20)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    # The kernel's own time limit: with Python's, a read would not wait for the whole answer.
    line.settimeout(None)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", 20, 0))
    return line


def per_second(port: int, asked: bytes, expect: bytes, *, lines: int, seconds: float) -> float:
    """Return how many answers a second a server gives; each begins with what is expected."""
    open_lines = [connect(port) for _ in range(lines)]
    head, body = ask(open_lines[0], asked)
    size = len(head) + len(HEADER_END) + len(body)
    answer = bytearray(size)
    done, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        for line in open_lines:
            line.sendall(asked)
        for line in open_lines:
            line.recv_into(answer, size, socket.MSG_WAITALL)
            if not answer.startswith(expect):
                raise RuntimeError(f"answered {bytes(answer[:40])!r}")
        done += lines
    took = time.perf_counter() - began
    for line in open_lines:
        line.close()
    return done / took


def header(head: bytes, name: str) -> str:
    """Return what a header says, or nothing."""
    for line in head.decode("latin-1").split("\r\n")[1:]:
        key, _, value = line.partition(":")
        if key.lower() == name.lower():
            return value.strip()
    return ""


def _length(head: bytes) -> int:
    if head.split(b" ", 2)[1] in (b"304", b"204"):
        return 0
    return int(header(head, "content-length") or 0)
