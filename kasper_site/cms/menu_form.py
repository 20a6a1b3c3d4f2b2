"""What can go wrong in a menu: a page twice in the same place is refused in the form."""

from django.utils.translation import gettext as _

from kasper_site.cms.safekeeping.fact_form import SeenForm


class MenuForm(SeenForm):
    """The form of a menu; every row that repeats another says so at its page."""

    def is_valid(self):
        """Whether the menu may be saved."""
        is_sound = super().is_valid()
        repeated = self._repeated_rows() if is_sound else []
        for row in repeated:
            row.add_error("page", _("This page is in the same place of the menu already. Choose another page."))
        return is_sound and not repeated

    def _repeated_rows(self) -> list:
        """The forms of links whose page stands in the same place further up."""
        seen, repeated = set(), []
        for row in self.formsets["links"].forms:
            values = getattr(row, "cleaned_data", {})
            place = (values.get("position"), values.get("page"))
            if not values.get("page") or values.get("DELETE"):
                continue
            if place in seen:
                repeated.append(row)
            seen.add(place)
        return repeated
