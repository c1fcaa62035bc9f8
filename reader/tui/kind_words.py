"""What the kinds of mentions are called."""

from __future__ import annotations

from reader.model import ClaimStatus, EntityLabel, TimexKind

LABELS = {
    EntityLabel.PER: "person",
    EntityLabel.LOC: "place",
    EntityLabel.ORG: "organisation",
    EntityLabel.MISC: "name",
}
STATUSES = {
    ClaimStatus.QUOTE: "in their own words",
    ClaimStatus.INDIRECT: "in the writer's words",
    ClaimStatus.CONDITIONAL: "passed on, not vouched for",
    ClaimStatus.HEDGE: "the writer is not sure",
}
"""What each status means; it is called by its own name everywhere, as in tags and exports."""
DATES = {
    TimexKind.DATE: "Date",
    TimexKind.TIME: "Time",
    TimexKind.DURATION: "Duration",
    TimexKind.SET: "Repeated",
    TimexKind.RANGE: "Period",
}
