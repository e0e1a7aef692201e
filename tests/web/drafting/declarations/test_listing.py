def test_a_draft_is_listed_for_the_chair_side_only(small_drafting):
    chair, delegate = (small_drafting.site.by(name) for name in ("Sofía", "Hugo"))
    listed = chair.get("/processes/rcm/declarations").text
    assert "Regional declaration" in listed
    assert "/processes/rcm/declarations/new" in listed
    listed = delegate.get("/processes/rcm/declarations")
    assert listed.status_code == 200
    assert "Regional declaration" not in listed.text
    assert "/processes/rcm/declarations/new" not in listed.text


def test_for_strangers_there_is_no_such_process(small_drafting):
    small_drafting.room.world.secretary(small_drafting.room.world.process("sacm"), "Tomás")
    assert small_drafting.site.by("Tomás").get("/processes/rcm/declarations").status_code == 404
