from django.urls import path

from assessments.views import history, plans, questions, result, session, start, stops, weeks

urlpatterns = [
    path("check/", start.check, name="check"),
    path("check/forget/", start.forget_device, name="forget"),
    path("check/<uuid:pk>/", questions.resume, name="resume"),
    path("check/<uuid:pk>/save/", start.save, name="save"),
    path("check/<uuid:pk>/safety/<slug:page>/", questions.safety_page, name="safety_page"),
    path(
        "check/<uuid:pk>/safety/<slug:page>/<slug:item>/",
        questions.safety_item,
        name="safety_item",
    ),
    path("check/<uuid:pk>/stop/", stops.stop, name="stop"),
    path("check/<uuid:pk>/mistake/", stops.mistake, name="mistake"),
    path("check/<uuid:pk>/questions/<slug:slug>/", questions.question, name="question"),
    path("check/<uuid:pk>/answers/", questions.answers, name="answers"),
    path("check/<uuid:pk>/result/", result.result, name="result"),
    path("check/<uuid:pk>/plan/", plans.plan, name="plan"),
    path("check/<uuid:pk>/plan/session/", session.session, name="session"),
    path("check/<uuid:pk>/plan/wishes/", plans.wish, name="plan_wish"),
    path("check/<uuid:pk>/plan/done/", plans.done, name="plan_done"),
    path("check/<uuid:pk>/plan/felt/", weeks.felt, name="plan_felt"),
    path("check/<uuid:pk>/plan/week/", weeks.week, name="plan_week"),
    path("check/<uuid:pk>/plan/way/", plans.way, name="plan_way"),
    path("check/<uuid:pk>/plan/looked/", plans.look, name="plan_look"),
    path("check/<uuid:pk>/plan/calendar/", plans.calendar, name="plan_calendar"),
    path("check/<uuid:pk>/delete/", history.delete_check, name="delete_check"),
    path("history/", history.history, name="history"),
    path("history/keep/", history.keep, name="keep"),
    path("history/delete/", history.delete_everything, name="delete_everything"),
    path("history/export/", history.export, name="export"),
]
