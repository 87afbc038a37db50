"""English to build essays from: sentences with gaps, and what fills them."""
# ruff: noqa: E501, RUF001 - one sentence a line, as it is set

SPACE = " "
TEMPLATES = """
In {year}, {person} moved from {city} to {city} and opened a {shop} near the {place}.
The {paper} reported that {number} {people} had lost their {thing} by {month} {year}.
{person} never denied the charge, but {person} called it “{slogan}” in a letter to the {office}.
Nobody in {city} remembers who paid for the {place}.
According to the {office}, {share} percent of the {people} voted against the plan.
It was a mistake, and everyone at the {office} knew it.
“{slogan},” said {person}, who had run the {office} since {year}.
The {place} was built in {year} for {number} {people}, and it burned down before it was ever used.
Prices for {thing} rose by {share} percent between {month} and {month}.
Why did {person} wait until {month}?
{city} has more {people} than {city}, although its {place} is smaller.
Critics point out that the {office} spent {number} pounds on {thing} alone.
I have always thought that {person} deserved better.
By the end of {year} the {shop} had closed, the {place} stood empty and {number} {people} were out of work.
The same thing happened in {city}.
Since {year}, when {person} signed the treaty, {city} has exported {number} tons of {thing} a year.
A study from {city} found that {people} who keep {thing} live longer.
{person}’s speech lasted {share} minutes; the {paper} printed all of it.
But that is not the whole story.
The {office} denied this (it always does), and {person} resigned in {month}.
Two-thirds of the {people} in the {place} were born outside {city}.
Without {thing}, the {shop} on the corner could not survive the winter of {year}.
{person} told the {paper} that the {office} had “{slogan}” painted over its door.
No one was hurt.
On {share} {month} {year}, the {office} published {number} pages about {thing}.
We should not forget how the {people} of {city} were treated.
The first {shop} in {city} sold nothing but {thing}, and {person} was its only customer.
What the {paper} called a scandal was, in truth, a quarrel about {thing}.
"""
FRESH = """
My grandmother kept a list of every {thing} dealer she had ever quarrelled with.
Fewer than {number} copies survive, most of them in private hands.
If the figures are right, one family in {share} owned a share in the {place}.
Let us begin with what can be measured.
{person} and {person} met twice, in {city} and again, {share} years later, on a ferry.
Historians disagree about the date; {year} is the best guess.
The archive lists {number} letters, of which the {office} has lost half.
Consider the case of {city}, where such schemes were tried {share} times.
Such arguments convince only those who want to be convinced.
A law of {year} made it a crime to sell {thing} on Sundays.
"""
FILLERS = {
    "person": "Ada Brook|Tomas Reed|Mrs. Okafor|Judge Lindqvist|Henry Vane|Dr. Marsh|"
    "Rosa Tell|Peter Anand|the mayor|Colonel Whitby|Grace Oduya|Ivan Marek",
    "city": "Leeds|Porto|Vilnius|Accra|Hull|Trieste|Galway|Utrecht|Bergen|Quito|"
    "New Haven|Salford",
    "place": "harbour|old mill|town hall|railway station|botanical garden|swimming "
    "pool|north bridge|university library|fish market",
    "shop": "bakery|print shop|pharmacy|bicycle shop|tea room|bookshop|laundry",
    "thing": "coal|salt|umbrellas|cheap glass|beehives|paper|wheat|copper wire|tea|"
    "second-hand pianos|ice|bricks",
    "people": "dock workers|pensioners|weavers|students|nurses|tram drivers|farmers|"
    "clerks|apprentices|voters",
    "office": "port authority|city council|ministry|health board|trade union|royal "
    "commission|savings bank|water company",
    "paper": "Courier|Evening Post|Observer|Morning Star|Gazette",
    "slogan": "never again|a storm in a teacup|bread before stones|we owe nothing to "
    "anybody|the price of progress|silence is also an answer",
    "month": "January|March|April|June|August|October|December",
}
JOINT, SPLIT_JOINT = (", and",), ". "
OPENERS = ["Later, ", "In fact, ", "As it happens, ", "However, "]
CLOSERS = [", it is said", " once more", ", or so we are told"]
