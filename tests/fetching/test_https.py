"""Pages over https: only from who proves to be the host that was named."""

import datetime as dt
import ipaddress
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from factcheck.errors import FetchError
from factcheck.fetching import exchange
from factcheck.fetching.fetcher import Fetcher
from factcheck.fetching.limits import Limits
from tests.fetching.site import PAGE, Site

LIMITS = Limits(seconds=5, pause=0, allow=("127.0.0.0/8",))
_DAY = dt.timedelta(days=1)


def named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


class Authority:
    """A certificate authority that nobody but the test believes."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self.certificate = self._sign("Test authority", self._key, is_authority=True)

    def pem_for(self, address: str, *, until: dt.timedelta = _DAY) -> bytes:
        """Return a certificate for an address, with its key."""
        key = ec.generate_private_key(ec.SECP256R1())
        signed = self._sign(address, key, until=until)
        return signed.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )

    def _sign(
        self,
        name: str,
        key: ec.EllipticCurvePrivateKey,
        *,
        is_authority: bool = False,
        until: dt.timedelta = _DAY,
    ) -> x509.Certificate:
        at = dt.datetime.now(dt.UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(named(name))
            .issuer_name(named("Test authority"))
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(at - 3 * _DAY)
            .not_valid_after(at + until)
            .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        )
        if not is_authority:
            address = x509.IPAddress(ipaddress.ip_address(name))
            alternative = x509.SubjectAlternativeName([address])
            builder = builder.add_extension(alternative, critical=False)
        return builder.sign(self._key, hashes.SHA256())


@contextmanager
def secure_site(pem: bytes, folder: Path) -> Iterator[str]:
    """Serve the test site over TLS; yield its address."""
    path = folder / "site.pem"
    path.write_bytes(pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    site = Site("127.0.0.1")
    site.socket = context.wrap_socket(site.socket, server_side=True)
    site.handle_error = lambda *_: None  # who breaks off says so on their own side
    thread = threading.Thread(target=site.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield site.url.replace("http:", "https:")
    site.shutdown()
    site.server_close()
    thread.join()


@pytest.fixture(scope="module")
def authority() -> Authority:
    return Authority()


@pytest.fixture
def _believed(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> None:
    pem = authority.certificate.public_bytes(serialization.Encoding.PEM)
    context = ssl.create_default_context(cadata=pem.decode())
    monkeypatch.setattr(exchange, "_trust", lambda: context)


@pytest.mark.usefixtures("_believed")
def test_a_page_of_a_host_that_is_believed(authority: Authority, tmp_path: Path):
    with secure_site(authority.pem_for("127.0.0.1"), tmp_path) as url:
        page = Fetcher(LIMITS).fetch(f"{url}/moved")
    assert page.data == PAGE
    assert page.wires[1].url == f"{url}/page"


@pytest.mark.usefixtures("_believed")
@pytest.mark.parametrize(
    ("address", "until"), [("127.0.0.9", _DAY), ("127.0.0.1", -_DAY)]
)
def test_another_hosts_certificate_or_an_old_one_is_refused(
    authority: Authority, tmp_path: Path, address: str, until: dt.timedelta
):
    with secure_site(authority.pem_for(address, until=until), tmp_path) as url:
        refused(url)


def test_an_authority_that_nobody_believes_is_refused(
    authority: Authority, tmp_path: Path
):
    with secure_site(authority.pem_for("127.0.0.1"), tmp_path) as url:
        refused(url)


def refused(url: str) -> None:
    with pytest.raises(FetchError, match="certificate is not valid") as caught:
        Fetcher(LIMITS).fetch(f"{url}/page")
    assert caught.value.again
