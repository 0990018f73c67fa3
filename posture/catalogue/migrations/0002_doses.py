import django.core.validators
import django.db.models.deletion
import posture.catalogue.models.fields
from django.db import migrations, models


def keep_doses(apps, schema_editor):
    """A dose in words stays as the last step: a dose of the catalogue has numbers."""
    for row in apps.get_model('catalogue', 'Exercise').objects.exclude(dose=''):
        row.steps = [*row.steps, row.dose]
        row.save(update_fields=['steps'])


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0001_catalogue'),
    ]

    operations = [
        migrations.AddField(
            model_name='exercise',
            name='each_side',
            field=models.BooleanField(default=False, help_text='One side at a time: the dose is for each of them.', verbose_name='on each side'),
        ),
        migrations.AddField(
            model_name='exercise',
            name='elsewhere',
            field=posture.catalogue.models.fields.Options(blank=True, default=list, help_text='Where else it can be done.', verbose_name='other places'),
        ),
        migrations.AddField(
            model_name='exercise',
            name='extra_for',
            field=models.ManyToManyField(blank=True, help_text='Imbalances it suits although it is for none of their muscles.', related_name='extras', to='catalogue.imbalance', verbose_name='extra for'),
        ),
        migrations.AddField(
            model_name='exercise',
            name='needs',
            field=posture.catalogue.models.fields.Options(blank=True, default=list, help_text='What it cannot be done without.', verbose_name='needs'),
        ),
        migrations.AlterField(
            model_name='exercise',
            name='equipment',
            field=models.CharField(help_text='What it needs, in a sentence.', max_length=200, verbose_name='equipment'),
        ),
        migrations.AlterField(
            model_name='exercise',
            name='poses',
            field=models.JSONField(blank=True, default=dict, help_text='Joint angles of the start and the end, and what stands beside the body.', verbose_name='poses'),
        ),
        migrations.AlterField(
            model_name='exercise',
            name='targets',
            field=models.ManyToManyField(blank=True, help_text='The muscles it is for.', related_name='exercises', to='catalogue.muscle', verbose_name='targets'),
        ),
        migrations.CreateModel(
            name='Dose',
            fields=[
                ('order', models.PositiveSmallIntegerField(default=30000, help_text='Smaller numbers come first, on the site and in the check.', verbose_name='place')),
                ('withdrawn', models.BooleanField(default=False, help_text='Leave this out of the next edition. Earlier results keep showing it as it was.', verbose_name='withdrawn')),
                ('shipped', models.JSONField(default=dict, editable=False, help_text='The values last shipped with the software.')),
                ('released', models.PositiveIntegerField(editable=False, help_text='The first edition with it.', null=True, verbose_name='first edition')),
                ('changed', models.DateTimeField(auto_now=True, verbose_name='last saved')),
                ('slug', models.CharField(help_text='Its name in addresses and results, for ever: it cannot change later.', max_length=60, primary_key=True, serialize=False, validators=[django.core.validators.RegexValidator('^[a-z0-9]+(-[a-z0-9]+)*\\Z', 'Use small letters, digits and single hyphens, such as hip-flexors.')], verbose_name='slug')),
                ('name', models.CharField(help_text='For lists, such as “Holding a stretch”.', max_length=100, verbose_name='name')),
                ('sets', models.PositiveSmallIntegerField(default=1, verbose_name='sets')),
                ('reps', models.PositiveSmallIntegerField(help_text='In each set.', verbose_name='repetitions')),
                ('reps_to', models.PositiveSmallIntegerField(default=0, help_text='The upper end of a range; 0 if there is none.', verbose_name='up to repetitions')),
                ('hold', models.PositiveSmallIntegerField(default=0, help_text='How long each is held; 0 if it is not.', verbose_name='seconds held')),
                ('hold_to', models.PositiveSmallIntegerField(default=0, help_text='The upper end of a range; 0 if there is none.', verbose_name='up to seconds held')),
                ('older_reps_to', models.PositiveSmallIntegerField(default=0, help_text='The upper end for people of 65 and over; 0 if it is the same.', verbose_name='up to repetitions, from 65 on')),
                ('older_hold_to', models.PositiveSmallIntegerField(default=0, help_text='The upper end for people of 65 and over; 0 if it is the same.', verbose_name='up to seconds held, from 65 on')),
                ('rest', models.PositiveSmallIntegerField(default=0, help_text='Between sets.', verbose_name='seconds of rest')),
                ('days', models.PositiveSmallIntegerField(verbose_name='days a week')),
                ('days_to', models.PositiveSmallIntegerField(default=0, help_text='The upper end of a range; 0 if there is none.', verbose_name='up to days a week')),
                ('pace', models.CharField(blank=True, help_text='Of one repetition, in a sentence.', max_length=200, verbose_name='pace')),
                ('effort', models.CharField(blank=True, help_text='How hard, in a sentence.', max_length=200, verbose_name='effort')),
                ('note', models.TextField(blank=True, help_text='Anything else, in a sentence.', verbose_name='note')),
                ('sources', models.ManyToManyField(blank=True, help_text='The references that support this.', to='catalogue.reference', verbose_name='sources')),
            ],
            options={
                'verbose_name': 'dose',
                'verbose_name_plural': 'doses',
                'ordering': ['order', 'pk'],
                'abstract': False,
            },
        ),
        migrations.RunPython(keep_doses, migrations.RunPython.noop),
        migrations.RemoveField(model_name='exercise', name='dose'),
        migrations.AddField(
            model_name='exercise',
            name='dose',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='exercises', to='catalogue.dose', verbose_name='dose'),
        ),
    ]
