"""What our own pages in the admin share: who may not see one finds neither the page nor its place in the menu."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

MaySee = Callable[..., bool]


class OwnPageView(WagtailAdminTemplateMixin, TemplateView):
    """A page with `may_see = staticmethod(f)`, where `f(user)` tells who may; the breadcrumb ends with its title."""

    may_see: MaySee

    def dispatch(self, request, *args, **kwargs):
        if not self.may_see(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


class OwnPageItem(MenuItem):
    """The page's place in a menu; `may_see` is the page's own."""

    def __init__(self, label, url: str, may_see: MaySee, **kwargs):
        super().__init__(label, url, **kwargs)
        self._may_see = may_see

    def is_shown(self, request):
        return self._may_see(request.user)
