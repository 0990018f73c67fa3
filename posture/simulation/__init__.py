"""Simulated people: bodies and answers drawn without the ratios by which the check scores them.

`world` reads what is assumed, `people` draws somebody and their answers, `orders` asks them in one
order or another, and `curve` draws how often the check is right after how many questions.
"""
