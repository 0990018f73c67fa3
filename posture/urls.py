from django.contrib import admin
from django.urls import include, path

from posture import health, site

urlpatterns = [
    path("", include("assessments.urls")),
    path("", include("posture.catalogue.urls")),
    path("account/", include("posture.accounts.urls")),
    path("admin/", admin.site.urls),
    path("theme/", site.theme, name="theme"),
    path("country/", site.country, name="country"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]

handler400 = "posture.errors.bad_request"
handler403 = "posture.errors.forbidden"
handler404 = "posture.errors.not_found"
handler429 = "posture.errors.too_many"
handler500 = "posture.errors.failed"
