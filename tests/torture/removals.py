"""The protections of the store: how each stands in the code, and a regular test that fails without it."""

from __future__ import annotations

from typing import NamedTuple

UNIT = "tests/unit/annotations/"


class Removal(NamedTuple):
    """One protection, edited out of a file of ``reader/annotations``."""

    file: str
    there: str
    """The lines as they stand, once in the file."""
    without: str
    noticed: str
    """The test that fails."""


REMOVALS = {
    "fsync of the journal": Removal(
        "journal.py",
        "            write_all(self._disk, fd, data)\n            self._disk.fsync(fd)\n",
        "            write_all(self._disk, fd, data)\n",
        UNIT + "test_file_store.py::test_a_save_is_lock_write_fsync_unlock",
    ),
    "fsync of a file written beside, before it is renamed": Removal(
        "disk.py",
        "            write_all(disk, fd, data)\n            disk.fsync(fd)\n",
        "            write_all(disk, fd, data)\n",
        "tests/torture/test_power.py",
    ),
    "fsync of what a dead process wrote": Removal(
        "file_store.py",
        "            journal.settle()\n",
        "            pass\n",
        UNIT + "test_file_store.py::test_compaction_comes_after_the_journal_is_safe"
        "_and_never_leaves_the_name_empty",
    ),
    "fsync asked of the system itself": Removal(
        "disk.py",
        "        os.fsync(fd)\n",
        "        pass\n",
        UNIT + "test_disk.py::test_the_system_itself_is_asked_to_sync_the_journal_and_its_folder",
    ),
    "fsync of a folder": Removal(
        "disk.py",
        "    fd = disk.open(folder, os.O_RDONLY | os.O_DIRECTORY)\n    try:\n        disk.fsync(fd)\n",
        "    fd = disk.open(folder, os.O_RDONLY | os.O_DIRECTORY)\n    try:\n        pass\n",
        "tests/torture/test_power.py",
    ),
    "the lock asked of the system itself": Removal(
        "disk.py",
        "        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)\n",
        "        del fcntl\n",
        UNIT + "test_disk.py::test_the_lock_is_one_that_other_programs_see",
    ),
    "the lock around a save": Removal(
        "file_store.py",
        "            with opened.lock.held():\n                self._untold += self._catch_up()\n"
        "                self._append(",
        "            if opened.lock:\n                self._untold += self._catch_up()\n"
        "                self._append(",
        UNIT + "test_file_store.py::test_a_save_is_lock_write_fsync_unlock",
    ),
    "a lock on a file that was removed is none": Removal(
        "lock.py",
        "                if self._is_still(fd):\n",
        "                if fd >= 0:\n",
        UNIT + "test_disk.py::test_a_lock_file_that_is_replaced_before_it_is_locked_is_no_lock",
    ),
    "reading again before a save": Removal(
        "file_store.py",
        "            with opened.lock.held():\n                self._untold += self._catch_up()\n"
        "                self._append(",
        "            with opened.lock.held():\n                self._append(",
        UNIT + "test_file_store.py::test_each_window_sees_what_the_other_did",
    ),
    "carrying a change over to what was read again": Removal(
        "file_store.py",
        "            written.append(rebase(change, opened.state))",
        "            written.append(change)",
        UNIT + "test_file_store.py::test_two_windows_that_edit_one_row_keep_both_edits",
    ),
    "noticing a journal that was put in the place of ours": Removal(
        "journal.py",
        "            self._check_mark(fd, size)\n",
        "",
        UNIT + "test_file_store.py::test_a_journal_taken_back_while_open_is_noticed",
    ),
    "never writing over what another program wrote": Removal(
        "tinydb_storage.py",
        "            if self.signature() != self._seen:\n",
        "            if not data:\n",
        UNIT + "test_trouble.py::test_an_edit_by_another_program_in_the_middle_of_a_compaction_is_taken_over",
    ),
    "the replace order: the backup before the new version": Removal(
        "tinydb_storage.py",
        "            if self._seen is not None and backup:\n                self._keep_backup()\n"
        "            self._disk.replace(beside, self._path)\n",
        "            self._disk.replace(beside, self._path)\n"
        "            if self._seen is not None and backup:\n                self._keep_backup()\n",
        UNIT + "test_file_store.py::test_each_session_that_writes_keeps_the_version_before_it",
    ),
    "cutting back a save that was refused": Removal(
        "journal.py",
        "                self._disk.truncate(fd, self.end)\n            raise\n",
        "                pass\n            raise\n",
        UNIT + "test_file_store.py::test_a_refused_save_says_so_and_the_next_one_works",
    ),
    "cutting off what a killed process left half written": Removal(
        "recovery.py",
        "    journal.cut()\n\n\ndef additions",
        "\n\ndef additions",
        UNIT + "test_recovery.py::test_a_torn_last_line_is_dropped_once",
    ),
    "tidying what a killed process left": Removal(
        "opening.py",
        "    for left in opened.files.temporary:\n        remove(disk, left)\n",
        "",
        UNIT + "test_trouble.py::test_what_a_killed_process_left_beside_is_tidied_at_the_next_opening",
    ),
    "the checksum of a line": Removal(
        "records.py",
        '    if line[-_TAIL:] != b\',"crc":"%08x"}\' % zlib.crc32(body):\n        return None\n',
        "",
        UNIT + "test_journal.py::test_a_line_with_any_byte_changed_is_not_whole",
    ),
    "following no link": Removal(
        "disk.py",
        "READING = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK",
        "READING = os.O_RDONLY | os.O_NONBLOCK",
        UNIT + "test_trouble.py::test_what_a_link_leads_to_is_not_even_read",
    ),
    "never letting what is damaged push a backup out": Removal(
        "file_store.py",
        "        if whole and not self._rotated:",
        "        if not self._rotated:",
        UNIT + "test_backups.py::test_mending_a_damaged_file_again_and_again_leaves_every_backup_as_it_was",
    ),
    "never keeping what is damaged as a backup": Removal(
        "file_store.py",
        "opened.signature, whole=whole)",
        "opened.signature)",
        UNIT + "test_backups.py::test_mending_a_damaged_file_again_and_again_leaves_every_backup_as_it_was",
    ),
}
