"""Withdrawing a release and giving it back, in the admin: two small forms, a way to them, words for the history."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminPageChooser, Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from kasper_site.cms import visibility
from news import corrections, withdrawals
from news.models import ReleasePage


class WithdrawForm(forms.Form):
    """A public reason, a page to lead to, or both."""

    reason = forms.CharField(
        label=gettext_lazy("Reason for readers"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It stands at the release's address, with today's date. Do not repeat what was wrong."),
    )
    redirect_to = forms.ModelChoiceField(
        Page.objects.all(),
        label=gettext_lazy("Or lead the address to another page"),
        required=False,
        widget=AdminPageChooser,
        help_text=gettext_lazy("For example to a new release about the same."),
    )

    def __init__(self, *args, page: ReleasePage, **kwargs):
        super().__init__(*args, **kwargs)
        self.page = page

    def clean_redirect_to(self) -> Page | None:
        """A page that readers may see, and another one."""
        target = self.cleaned_data["redirect_to"]
        if target and target.pk == self.page.pk:
            raise forms.ValidationError(_("This is the release itself. Choose another page."))
        if target and visibility.visible_or_none(target.pk) is None:
            raise forms.ValidationError(_("Readers do not see this page. Choose one that is public."))
        return target

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not cleaned.get("reason") and not cleaned.get("redirect_to"):
            raise forms.ValidationError(_("Write a reason for readers or choose a page to lead to."))
        return cleaned


class _ReleaseView(WagtailAdminTemplateMixin, FormView):
    """A form about one release, for who may publish it."""

    header_icon = "warning"

    def dispatch(self, request, *args, **kwargs):
        self.page = get_object_or_404(ReleasePage, pk=kwargs["page_id"])
        if not self.page.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        self.stop_if_pointless()
        return super().dispatch(request, *args, **kwargs)

    def stop_if_pointless(self) -> None:
        """Raise Http404 where there is nothing to do."""

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        edit = {"url": self.get_success_url(), "label": self.page.get_admin_display_title()}
        return [*self.breadcrumbs_items, edit, {"url": "", "label": self.page_title}]

    def get_success_url(self):
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "release": self.page, "edit_url": self.get_success_url()}


class WithdrawView(_ReleaseView):
    """Withdraws; one that was never public is to be unpublished instead, which leaves no trace."""

    template_name = "wagtailadmin/news/withdraw.html"
    page_title = gettext_lazy("Withdraw the release")
    form_class = WithdrawForm

    def get(self, request, *args, **kwargs):
        if not withdrawals.may_withdraw(self.page):
            messages.error(request, _refusal(self.page))
            return redirect(self.get_success_url())
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        return super().post(request, *args, **kwargs) if withdrawals.may_withdraw(self.page) else self.get(request)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "page": self.page}

    def form_valid(self, form):
        withdrawals.withdraw(self.page, self.request.user, **form.cleaned_data)
        messages.success(self.request, _("The release has been withdrawn. You can give it back on this page."))
        return super().form_valid(form)


class RestoreView(_ReleaseView):
    """Gives it back, as it was."""

    template_name = "wagtailadmin/news/restore.html"
    page_title = gettext_lazy("Give the release back")
    form_class = forms.Form

    def stop_if_pointless(self) -> None:
        if withdrawals.of_page(self.page) is None:
            raise Http404

    def form_valid(self, form):
        withdrawals.restore(self.page, self.request.user)
        if visibility.is_visible(self.page.pk):
            messages.success(self.request, _("The release is public again at its address."))
        else:
            messages.warning(
                self.request,
                _("The withdrawal is undone, but visitors do not see the release now. Check its times, publish it."),
            )
        return super().form_valid(form)


def _refusal(page: ReleasePage) -> str:
    if withdrawals.of_page(page):
        return _("The release has been withdrawn already.")
    if corrections.was_public(page):
        return _("The release is not public now. There is nothing to withdraw.")
    return _("Nobody outside has seen this release yet. Unpublish it instead: then its address tells nothing.")


# --- The way there, the history ---------------------------------------------------------------------------------------
def urls() -> list:
    """The addresses; used as a hook, so Wagtail asks for a login on each."""
    return [
        path("tiedotteet/<int:page_id>/veda-pois/", WithdrawView.as_view(), name="news_withdraw"),
        path("tiedotteet/<int:page_id>/palauta/", RestoreView.as_view(), name="news_restore"),
    ]


def buttons(page, user, view_name, next_url=None):
    """In the menu of a release's header; used as a hook."""
    page = page.specific_deferred if type(page) is Page else page
    if not isinstance(page, ReleasePage) or not page.permissions_for_user(user).can_publish():
        return
    if withdrawals.of_page(page):
        yield Button(_("Give back…"), reverse("news_restore", args=[page.pk]), icon_name="rotate", priority=55)
    elif withdrawals.may_withdraw(page):
        yield Button(_("Withdraw…"), reverse("news_withdraw", args=[page.pk]), icon_name="warning", priority=55)


def tell_if_withdrawn(request, page) -> None:
    """Who publishes a withdrawn release is told that readers still do not see it; used as a hook."""
    if isinstance(page, ReleasePage) and withdrawals.of_page(page):
        messages.warning(request, _("The release is still withdrawn: readers do not see what you published."))


def register_log_actions(actions) -> None:
    """Used as a hook."""
    actions.register_action(withdrawals.WITHDRAWN)(WithdrawnFormatter)
    actions.register_action(corrections.LOG_ACTION)(CorrectedFormatter)
    actions.register_action(
        withdrawals.RESTORED, gettext_lazy("Give back"), gettext_lazy("Given back after withdrawal")
    )


class WithdrawnFormatter(LogFormatter):
    """Tells why, or where the address leads."""

    label = gettext_lazy("Withdraw")

    def format_message(self, log_entry):
        told = [log_entry.data.get(name) for name in ("reason", "redirect_to")]
        return _("Withdrawn: %(told)s") % {"told": " → ".join(words for words in told if words)}


class CorrectedFormatter(LogFormatter):
    """Tells what."""

    label = gettext_lazy("Correct")

    def format_message(self, log_entry):
        return _("Corrected: %(note)s") % {"note": log_entry.data.get("note", "")}
