from django.urls import path

from posture.catalogue import views

urlpatterns = [
    path("", views.home, name="home"),
    path("imbalances/", views.imbalances, name="imbalances"),
    path("imbalances/<slug:slug>/", views.imbalance, name="imbalance"),
    path("muscles/", views.muscles, name="muscles"),
    path("muscles/<slug:slug>/", views.muscle, name="muscle"),
    path("exercises/", views.exercises, name="exercises"),
    path("exercises/coverage/", views.coverage, name="coverage"),
    path("exercises/<slug:slug>/", views.exercise, name="exercise"),
    path("evidence/", views.evidence, name="evidence"),
    path("accuracy/", views.accuracy, name="accuracy"),
    path("privacy/", views.privacy, name="privacy"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("help/", views.help, name="help"),
]
