import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.journal.tokens import address_of, key_of, new_key, token_of


def test_a_key_is_128_random_bits():
    keys = {new_key() for _ in range(1000)}

    assert len(keys) == 1000
    assert {len(key) for key in keys} == {22}


def test_a_token_leads_back_to_its_key():
    key = new_key()
    assert key_of(token_of(key)) == key


def test_only_this_installation_can_make_a_token(settings):
    token = token_of("nyckel")
    settings.SECRET_KEY = "en annan hemlighet" * 4
    assert key_of(token) is None


@given(place=st.integers(0, 60), sign=st.characters(min_codepoint=33, max_codepoint=0x17F))
def test_a_token_with_one_sign_changed_is_not_ours(place, sign):
    token = token_of("nyckel-nyckel-nyckel-x")
    altered = token[: place % len(token)] + sign + token[place % len(token) + 1 :]
    assert key_of(altered) == ("nyckel-nyckel-nyckel-x" if altered == token else None)


@pytest.mark.parametrize(
    "token", ["", ".", "a.", ".a", "nyckel", "x" * 100_000, "å.ö", "\x00.\x00"]
)
def test_what_is_no_token_is_not_ours(token):
    assert key_of(token) is None


def test_the_address_is_the_installations_own(settings):
    settings.SITE_ADDRESS = "https://samverkan.example"
    assert address_of("nyckel") == f"https://samverkan.example/l/{token_of('nyckel')}/"
