import re


def test_the_roll_of_two_processes_is_one_form(site, room):
    meeting_id = room.convene(together=True)
    secretary = site.by("Sofía")
    url = f"/meetings/{meeting_id}/attendance"
    form = secretary.get(url).text
    fields = re.findall(r'name="present_([0-9a-f-]{36})"', form)
    assert len(fields) == 5
    data = {f"present_{room.guatemala.id}": "1", f"present_{room.brazil.id}": "1", "version": "1"}
    data[f"persons_{room.guatemala.id}"] = "Ana, Head of delegation"
    assert secretary.post(url, data=data).status_code == 303
    page = site.by("Bruno").get(url).text
    assert "Ana, Head of delegation" in page and "Brazil" in page
    assert "Honduras" not in page
    assert "<textarea" not in page


def test_a_stale_roll_comes_back_as_it_was_typed(site, room):
    meeting_id = room.convene()
    room.add(meeting_id, "Opening")
    data = {"version": "1", f"present_{room.honduras.id}": "1", f"persons_{room.honduras.id}": "Hugo"}
    answer = site.by("Sofía").post(f"/meetings/{meeting_id}/attendance", data=data)
    assert answer.status_code == 409
    assert re.search(rf'name="present_{room.honduras.id}" value="1" checked', answer.text)
    assert ">\nHugo</textarea>" in answer.text
    assert room.seen(meeting_id).present == 0


def test_too_much_is_said_where_it_stands(site, room):
    meeting_id = room.convene()
    field = f"persons_{room.honduras.id}"
    data = {"version": "1", field: "x" * 4001}
    answer = site.by("Sofía").post(f"/meetings/{meeting_id}/attendance", data=data)
    assert answer.status_code == 413
    assert f'<p class="wrong-why" id="w-{field}">This has 4001 characters' in answer.text
    assert f'aria-describedby="w-{field}" aria-invalid="true"' in answer.text


def test_delegations_do_not_call_the_roll(site, room):
    meeting_id = room.convene()
    data = {"version": "1", f"present_{room.guatemala.id}": "1"}
    assert site.by("Ana").post(f"/meetings/{meeting_id}/attendance", data=data).status_code == 403
