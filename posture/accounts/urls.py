from django.urls import include, path

from posture.accounts import views

urlpatterns = [
    path("", views.account, name="account"),
    path("delete/", views.delete, name="account_delete"),
    path("logout/", views.Logout.as_view(), name="account_logout"),
    path("password/reset/", views.reset_password, name="account_reset_password"),
    path("", include("allauth.account.urls")),
    path("2fa/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
]
