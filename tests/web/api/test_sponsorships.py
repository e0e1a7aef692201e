from tests.web.api.test_amendments import drafted, room, site, tag

__all__ = ["room", "site"]


def test_asked_taken_back_and_answered(site, room):
    program, url, _ = drafted(site, room)
    assert program.put(f"{url}/sponsors/{room.us.id}").json()["asked"][0]["answer"] == "open"
    assert program.delete(f"{url}/sponsors/{room.us.id}").json()["asked"] == []
    assert program.delete(f"{url}/sponsors/{room.us.id}").status_code == 404
    assert program.put(f"{url}/sponsors/{room.hn.id}").status_code == 422, "it is the first sponsor"
    program.put(f"{url}/sponsors/{room.us.id}")
    asked = site.program("Ursula", "read", "table")
    assert asked.post(f"{url}/sponsorship", json={"answer": "confirmed"}).status_code == 404
    program.post(f"{url}/table", headers=tag(program, url))
    assert asked.get(url).json()["my_answer"] == "open"
    answered = asked.post(f"{url}/sponsorship", json={"answer": "confirmed"}).json()
    assert [each["name"] for each in answered["sponsors"]] == ["Honduras", "United States"]
    assert asked.post(f"{url}/sponsorship", json={"answer": "declined"}).status_code == 409
    assert asked.post(f"{url}/sponsorship", json={"answer": "perhaps"}).status_code == 422
    assert len(asked.post(f"{url}/sponsorship", json={"answer": "withdrawn"}).json()["sponsors"]) == 1
