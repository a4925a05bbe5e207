"""Who may do what: the head only within the department, the outsider nothing; deny by default."""

import pytest
from django.test import Client

from amana.desk.forms.catalogue import BY_VERB
from amana.desk.tests.conftest import SOURCES, Doing, plain
from amana.desk.tests.people import Cast
from amana.ground.models import Act
from amana.organisation.models import BodyName, Office, Placement


def _department() -> str:
    """The body that the head of the political department heads."""
    return Office.objects.get(key="asg-political").body.key


def test_somebody_signed_out_is_sent_to_sign_in_and_comes_back(cast: Cast, client: object) -> None:
    for page in ("", "changes/", "acts/term.elect/", "register/", "register/1/"):
        answer = client.get(f"/ar/desk/{page}")  # type: ignore[attr-defined]
        assert answer.status_code == 302
        assert answer["Location"] == f"/ar/account/login/?next=/ar/desk/{page}"


def test_the_outsider_sees_a_desk_and_is_told_how_to_get_an_office(cast: Cast) -> None:
    page = plain(cast.client(cast.outsider).get("/en/desk/"))
    assert "Omar Outsider" in page
    assert "None is on record." in page
    assert "Another office settles these" in page


def test_the_outsider_is_refused_every_act_with_the_rule_in_arabic(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.outsider)
    before = Act.objects.count()
    for verb in BY_VERB:
        page = client.get(f"/ar/desk/acts/{verb}/")
        assert page.status_code == 403, verb
        assert "لا يشغل Omar Outsider في" in page.content.decode()
        posted = client.post(f"/ar/desk/acts/{verb}/", {"step": "confirm"})
        assert posted.status_code == 403, verb
    page = plain(client.get("/ar/desk/acts/membership.admit/"))
    assert "والمناصب التي تخوّله:" in page
    assert "الأمين العام" in page
    assert Act.objects.count() == before


def test_the_outsider_may_not_read_the_register_and_is_told_the_rule(cast: Cast) -> None:
    client = cast.client(cast.outsider)
    for page in ("register/", "register/1/", "register/?format=csv"):
        answer = client.get(f"/en/desk/{page}")
        assert answer.status_code == 403
        assert "The register of acts is open to whoever holds an office" in plain(answer)


@pytest.mark.parametrize("who", ["registrar", "head", "administrator"])
def test_whoever_holds_an_office_and_the_administrator_read_the_register(
    cast: Cast, who: str
) -> None:
    assert cast.client(getattr(cast, who)).get("/fr/desk/register/").status_code == 200


def test_the_head_renames_a_body_of_the_own_department(cast: Cast, do: Doing) -> None:
    own = _department()
    done = do(
        cast.client(cast.head), "body.rename", body=own, names_en="Department of Policy",
        since="2026-12-01", **SOURCES,
    )  # fmt: skip
    assert done.answer is not None, done.text
    assert done.acts[-1].office == "asg-political"
    names = BodyName.objects.known().filter(body__key=own)
    assert "Department of Policy" in {row.names.en for row in names}


def test_the_head_is_refused_a_body_outside_the_department_and_keeps_what_was_typed(
    cast: Cast, do: Doing
) -> None:
    done = do(
        cast.client(cast.head), "body.rename", body="comcec", names_en="Committee for Trade",
        since="2026-12-01", **SOURCES,
    )  # fmt: skip
    assert done.preview.status_code == 403
    assert "Hadi Political holds no office on" in done.text
    assert 'value="Committee for Trade"' in done.preview.content.decode()
    assert done.answer is None


def test_the_head_appoints_within_the_department_but_not_to_the_own_office(
    cast: Cast, do: Doing
) -> None:
    client, own = cast.client(cast.head), _department()
    made = do(
        client, "office.create", key="analyst", body=own, title_en="Analyst", since="2026-12-01",
        held_by="person", **SOURCES,
    )  # fmt: skip
    assert made.answer is not None, made.text
    chosen = do(client, "term.appoint", office="analyst", person="amina-registrar",
                since="2026-12-01", **SOURCES)  # fmt: skip
    assert chosen.answer is not None, chosen.text
    for office in ("asg-political", "secretary-general"):
        refused = do(client, "term.appoint", office=office, person="hadi-political",
                     since="2027-12-01", acting="on", **SOURCES)  # fmt: skip
        assert refused.preview.status_code == 403, office


def test_the_list_of_acts_says_what_is_open_and_who_may_do_the_rest(cast: Cast) -> None:
    page = plain(cast.client(cast.head).get("/en/desk/changes/"))
    assert "Open to you within your own department." in page
    assert "not open to you" in page
    assert "Hadi Political holds no office on" in page
    for who in (cast.outsider, cast.registrar, cast.administrator):
        answer = cast.client(who).get("/ar/desk/changes/")
        assert answer.status_code == 200
    page = plain(cast.client(cast.outsider).get("/en/desk/changes/"))
    assert "No act is open to you today" in page


def test_the_administrator_appoints_but_does_not_admit(cast: Cast, do: Doing) -> None:
    client = cast.client(cast.administrator)
    assert client.get("/en/desk/acts/term.appoint/").status_code == 200
    assert client.get("/en/desk/acts/membership.admit/").status_code == 403


def test_the_forms_of_a_head_name_the_own_department_first(cast: Cast) -> None:
    page = cast.client(cast.head).get("/en/desk/acts/body.rename/").content.decode()
    first = page.index("Your department")
    assert _department() in page[first : first + 400]
    assert Placement.objects.exists()


def test_a_get_never_writes(cast: Cast) -> None:
    before = Act.objects.count()
    client = cast.client(cast.registrar)
    said = "key=jane&names_en=Jane&sources=x&step=confirm&token=0"
    assert client.get(f"/en/desk/acts/person.record/?{said}").status_code == 200
    assert Act.objects.count() == before


def test_a_form_without_its_token_of_this_session_is_refused(cast: Cast) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(
        cast.registrar, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    answer = strict.post("/en/desk/acts/person.record/", {"key": "jane", "step": "preview"})
    assert answer.status_code == 403
