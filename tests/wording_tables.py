"""Sentences over five invented organisations: in FOUND the words to be found stand in [[ ]], in QUIET nothing may be found."""

HOTEL = """
organisation:
  name: Al Bahr Hotels
  short-name: Al Bahr
  calls-customers: {one: guest, many: guests}
  calls-colleagues: {one: colleague, many: colleagues}
language:
  terms:
    - term: guest
      means: Anybody we look after.
      also: [visitor]
      avoid: {customer: A guest is not a sale., client: A word for lawyers., pax: People are not a count., patron: Stiff.}
      unless: [customer service licence, customer number of the bank]
    - term: colleague
      means: Anybody who works here.
      avoid: {staff: A grey mass., headcount: {because: It counts heads., except: [headcount report]}, subordinate: Nobody is below anybody.}
    - {term: hand over, means: To pass something on in person., avoid: {escalate: It sounds like a war.}}
    - {term: problem, means: Something that is not as it should be., avoid: {issue: Vague., challenge: Vague.}}
    - {term: huddle, means: The talk at the start of a shift., avoid: {line-up: Soldiers line up., briefing: One person talks.}}
    - {term: lost property, means: Anything a guest left behind.}
    - {term: hotel, means: One of our houses., avoid: {property: For estate agents.}, unless: [property insurance]}
    - {term: on us, means: We pay for it., avoid: {complimentary: Long., FOC: Unclear.}}
  phrases:
    - {say: I will find who can help., not: "That's not my department.", kind: rule}
  cliches:
    - {text: the customer is always right, instead: Agree with what matters.}
    - {text: go the extra mile, instead: Say which step.}
    - {text: exceed expectations, instead: Keep the promise.}
    - {text: it is what it is, instead: Say what we can change.}
words:
  rules:
    - {text: as per, instead: as we agreed}
    - {text: asap, instead: an hour}
    - {text: kindly, instead: please}
    - {text: for security reasons, except: [for security reasons of the airport]}
"""

BANK = """
organisation:
  name: Harbour Bank
  former-names: [Fishermen's Savings]
  calls-customers: {one: member, many: members}
language:
  terms:
    - term: member
      means: Somebody who banks with us.
      avoid: {consumer: People do not consume us., account holder: They hold more., punter: Rude.}
    - {term: branch, means: A place with a counter., avoid: {outlet: For sockets., point of sale: Cold.}}
    - {term: explain, means: To say it so that it is understood., avoid: {utilise: Long., communicate: Vague.}}
    - {term: overdraft, means: Money lent on an account., avoid: {negative balance: Hides it.}}
  phrases:
    - {say: Let me look., not: "I can't do anything about it.", kind: rule}
  cliches:
    - {text: we are passionate about service, instead: Say what you did.}
    - {text: your call is important to us, instead: Answer it.}
    - {text: the customer is king, instead: Treat them as a neighbour.}
words:
  rules:
    - {text: please be advised}
    - {text: at your earliest convenience, instead: by Friday}
    - {text: terms and conditions apply}
"""

COUNCIL = """
organisation:
  name: Riverton Council
  calls-customers: {one: resident, many: residents}
language:
  terms:
    - term: resident
      means: Anybody who lives, works or visits here.
      avoid: {citizen: Not everybody is one., applicant: {because: Cold., except: [applicant number]}, service user: Cold., taxpayer: Narrow.}
    - {term: letter, means: Anything written that reaches us., avoid: {correspondence: Long., communication: Vague.}}
    - {term: decide, means: To settle a matter., avoid: {adjudicate: Latin., determinate: Wrong.}}
    - {term: step-free, means: Without a step., avoid: {handicapped: Unkind.}}
  cliches:
    - {text: think outside the box, instead: Say the idea.}
    - {text: at the end of the day, instead: Leave it out.}
    - {text: our people are our greatest asset, instead: Say who did what.}
words:
  rules:
    - {text: pursuant to}
    - {text: hereby}
    - {text: kindly revert}
"""

TELECOM = """
organisation:
  name: Lumen Fibre
  former-names: [TeleNord]
  calls-customers: {one: customer, many: customers}
language:
  terms:
    - term: customer
      means: Anybody who has a line from us.
      avoid: {subscriber: They did not sign up to a paper., user: Cold., end-user: Cold., churner: Rude.}
      unless: [user name, user manual]
    - {term: outage, means: A time without service., avoid: {service degradation: Hides it., downtime: Jargon.}}
    - {term: visit, means: A technician comes., avoid: {truck roll: Jargon., appointment window: Jargon.}}
    - {term: call back, means: To ring somebody who rang us., avoid: {reach out: Vague., follow-up: Vague.}}
  cliches:
    - {text: customers come first, instead: Say what came second.}
    - {text: delight our customers, instead: Say what you did.}
words:
  rules:
    - {text: no worries}
    - {text: bear with me, instead: one moment}
"""

FACTORY = """
organisation:
  name: Ironbridge Pumps
  calls-customers: {one: client, many: clients}
  calls-colleagues: {one: crew member, many: crew members}
language:
  terms:
    - term: client
      means: A firm that runs our pumps.
      avoid: {customer: Too loose., buyer: They do more than buy., end customer: Loose.}
    - {term: crew member, means: Anybody who works here., avoid: {worker: Cold., manpower: It counts arms., foreman: Say crew lead.}}
    - {term: fault, means: Something that does not work., avoid: {non-conformity: Nobody says so., defect: Court word.}}
    - {term: repair, means: To make it work again., avoid: {remediate: Latin., rectify: Latin.}}
  cliches:
    - {text: quality is everyone's job, instead: Say whose.}
    - {text: failure is not an option, instead: Say what to do when it fails.}
words:
  rules:
    - {text: going forward}
    - {text: touch base, instead: talk}
"""

FOUND = {
    HOTEL: """
[[The customer is always right]], and we act on it.
We [[go the extra mile]] and never stop.
Dear [[Customer]], your room is ready.
Dear Valued [[Customers]], welcome.
[[Customers']] bags go up first.
The [[customer's]] bag goes up first.
Every [[client]] gets a towel.
The ferry brings forty [[pax]] at noon.
Our [[patrons]] like the terrace.
Ask the [[customer]]-facing team.
Our [[customer]] service desk is open at night.
A [[customer]] may cancel until noon.
We do not refund [[customers]] who leave early.
Never keep a [[customer]] waiting.
Nobody should ask a [[customer]] for his passport twice.
Tell every [[customer]] about the pool.
The [[CUSTOMER]] signs here.
[[Staff]] meals are served at four.
All [[staff]] are kind.
Our [[staff]]' canteen is below.
The [[headcount]] is 300.
The [[head count]] is 300.
The [[head-count]] rose again.
Her [[subordinates]] wave.
Please [[escalate]] this to the desk.
She [[escalated]] it at once.
He [[escalates]] everything.
[[Escalating]] takes time.
We have an [[issue]] with the lift.
Two [[issues]] are open.
A cold shower is no [[challenge]].
The morning [[line-up]] is at seven.
The [[lineup]] is at seven.
Both [[briefings]] are short.
The [[property]] stands by the sea.
Our [[properties]] stand by the sea.
Water is [[complimentary]].
The fruit is [[FOC]] tonight.
If they ask for a bill, say [[that's not my department]].
We tell them that [[that is not my department]] and go.
Remember: [[the customer is always right]].
[[The customer's always right]], so smile.
For us, [[guests are always right]].
A [[customer is always right]], even at night.
Always [[go the extra mile]].
She [[went the extra mile]] again.
We are [[going that extra mile]] for you.
Our aim is to [[exceed our guests' expectations]].
We [[exceeded all expectations]] last year.
[[Exceeding your expectations]] is what we do.
Well, [[it is what it is]].
Well, [[it's what it is]].
We reply [[as per]] policy.
Reply [[ASAP]].
[[Kindly]] wait outside.
The bar is closed [[for security reasons]].
Say "[[kindly]] wait" to every guest.
Please answer with "Dear [[customer]], we are sorry".
The guest is a [[customer]] like any other.
Our guests are [[customers]] who sleep here.
He is not only a guest but also a [[customer]].
We used to hand out keys to [[customers]] in paper.
No [[customer]] leaves without a smile.
Without [[customers]] we would close.
We avoid keeping [[customers]] in the rain.
We stopped charging [[customers]] for water.
Do not call [[customers]] after nine.
Do not use the [[customer]] lift for trolleys.
Never write to [[customers]] in red ink.
We say goodbye to every [[customer]].
Instead of the [[customer]] calling us, we call.
Refer them to the concierge instead of the [[customer]] line.
""",
    BANK: """
[[The customer is king]] is our rule at the counter.
[[Fishermen's Savings]] is open until five.
Every [[consumer]] gets a letter.
[[Consumers]] get a letter.
The [[account holder]] signs.
The [[account holders]] sign.
The [[account-holder]] signs.
The [[account holder's]] card is blocked.
Those [[punters]] never read it.
The [[outlet]] in Quay Street is shut.
All [[outlets]] shut at noon.
Two [[points of sale]] remain.
We [[utilise]] a form.
We [[utilize]] a form.
She [[utilised]] the form.
She is [[utilizing]] the form.
They [[communicate]] the fee.
The fee was [[communicated]] late.
You have a [[negative balance]].
[[Negative balances]] cost money.
Tell them: [[I can't do anything about it]].
The clerk must never leave, [[I cannot do anything about it]] or not.
At Harbour Bank [[we are passionate about service]].
[[We're passionate about service]], day and night.
[[Your call is important to us]]. Please hold.
The recording says to all: [[your call is very important to us]].
Here [[the customer is king]].
Here [[the client is king]].
Here [[customers are king]].
[[Please be advised]] that the branch is shut.
Call us [[at your earliest convenience]].
[[Terms and conditions apply]].
Open an account at [[Fishermen's Savings]] today.
Our old friends at [[Fishermen's Savings]] are open on Monday.
Our motto is "[[your call is important to us]]".
We believe in the saying that [[the customer is king]].
We do not lend to a [[consumer]] under 18.
Never give a [[consumer]]'s data away.
No [[consumer]] pays twice.
The members are [[consumers]] of news.
Members and [[consumers]] queue together.
The word is out: every [[consumer]] pays.
Reply to each [[consumer]] within a day.
""",
    COUNCIL: """
Every [[citizen]] may speak.
[[Citizens]] may speak.
The [[applicant]] waits.
[[Applicants']] letters are kept.
The [[service user]] waits.
[[Service-users]] wait.
A [[taxpayer]] asked.
The [[tax payer]] asked.
Your [[correspondence]] reached us.
All [[communications]] are filed.
The board [[adjudicates]] on Monday.
It was [[adjudicated]].
A [[handicapped]] toilet is on the left.
We [[think outside the box]].
[[Thinking outside of the box]] helps.
[[At the end of the day]], parks matter.
[[Our people are our greatest asset]].
[[Our employees are our greatest asset]].
[[Our staff are our greatest asset]].
[[Pursuant to]] section 4 we write to you.
We [[hereby]] confirm.
Please [[kindly revert]].
The council does not answer [[citizens]] by telephone.
We never ignore a [[citizen]].
A resident is a [[citizen]] too.
Nobody forgets a [[taxpayer]].
Do not make an [[applicant]] wait.
The mayor said to the [[citizens]] that it rains.
Use the form for [[applicants]].
Nothing is worse for a [[citizen]] than a queue.
In the hall, [[service users]] take a number.
Letters from [[citizens]] go to the desk.
The letter, the form and the [[applicant]] arrive together.
""",
    TELECOM: """
Every [[subscriber]] has a line.
[[Subscribers]] have a line.
The [[user]] waits.
All [[users]] wait.
[[End-users]] wait.
[[End users]] wait.
The [[churner]] came back.
There is a [[service degradation]].
We had [[downtime]].
A [[truck roll]] costs 90.
Two [[truck rolls]] cost 180.
Your [[appointment window]] is four hours.
We will [[reach out]] tomorrow.
We [[reached out]] yesterday.
She is [[reaching out]] now.
A [[follow-up]] comes on Monday.
The [[followup]] comes on Monday.
Here [[customers come first]].
Here the [[customer comes first]].
We [[delight our customers]].
We [[delighted all our customers]].
[[No worries]], it works.
Please [[bear with me]].
Thank you for [[bearing with me]].
Pay your [[TeleNord]] bill here.
Your [[TeleNord]] router needs a restart.
We never leave a [[subscriber]] alone.
Do not tell [[users]] the price.
A [[user's]] line is cut.
Any [[user]] can call.
No [[subscriber]] is cut off at night.
""",
    FACTORY: """
The [[customer]] gets a pump.
[[Customers]] get pumps.
The [[end customer]] gets a pump.
A [[buyer]] signs.
[[Buyers]] sign.
The [[workers]] rest.
A [[worker's]] glove is red.
We need more [[manpower]].
We need more [[man-power]].
Ask the [[foreman]].
Ask the [[foremen]].
A [[non-conformity]] was found.
Three [[nonconformities]] were found.
Three [[non-conformities]] were found.
Each [[defect]] is logged.
Two [[defects]] remain.
We [[remediate]] it.
It was [[remediated]].
We [[rectify]] it.
It was [[rectified]].
[[Rectifying]] takes a day.
[[Quality is everyone's job]].
[[Failure is not an option]].
[[Failure isn't an option]].
[[Going forward]], we test twice.
We [[touch base]] on Monday.
We [[touched base]] on Monday.
Do not let a [[customer]] wait for oil.
The client is a [[customer]] of the mill.
A [[customer]] is no expert.
""",
}

QUIET = {
    HOTEL: """
The customer is always right has never helped a colleague who was shouted at.
The customer is always right? No. Some are wrong, and we stay kind.
Going the extra mile is easy to print and hard to rota.
Go the extra mile is a phrase for leaflets, and we do without it.
Exceed expectations is vague, so we name the hour.
Dear guest, your room is ready.
We never say customer.
We never say customer, client or pax.
We say guest and never customer.
Do not write customer on a form.
Don't say "customer".
Nobody here says customer.
No one calls them clients.
We do not call guests customers.
Never call a guest a customer.
We used to say customers.
We no longer call them clients.
Avoid customer.
Avoid the word customer.
Avoid the words "customer" and "client".
Instead of customer, write guest.
Say guest instead of customer.
Say guest rather than client.
They are guests, not customers.
A guest is not a customer.
Guests are not customers but friends of the house.
Not "customer" but "guest".
Not customer but guest.
The word customer is for shops.
The word "customer" has no place here.
"Customer" is not a word we use.
"Customer" is banned.
Customer is not our word.
The term client sounds like a court.
The so-called customer is a guest.
What banks call customers we call guests.
Others say customer.
Other hotels call them customers; we do not.
Customer → guest
"pax" → guests
Replace customer with guest.
Replace "staff" with "colleagues".
Words to avoid: customer, client, pax.
Do not say: customer.
The customer service licence hangs in the lobby.
All customer service licences are renewed in May.
Quote the customer number of the bank.
Look in the lost property office.
Lost properties are kept for a year.
The property insurance pays.
Write to customer@albahr.example.
See www.albahr.example/customers for more.
The headcount report is due.
We line up at the bus stop.
You will challenge each other at chess.
We issue a card at the door.
The desk will issue a receipt.
They asked us to issue one more key.
The chef foc is not a word.
Nobody here says "That's not my department".
We never say "that is not my department".
The saying that the customer is always right stops thinking.
"The customer is always right" stops people thinking.
"The customer is always right" is wrong.
We do not believe that the customer is always right.
The customer is always right? No. Ask what matters.
The guest is not always right.
It is a myth that the customer is always right.
The old saying that the customer is always right helps nobody.
The cliché "go the extra mile" says nothing.
Nobody has to go the extra mile.
Do not promise to exceed expectations.
A guest said "it is what it is" and smiled.
The police asked us to close the gate for security reasons of the airport.
The Consumer and Customer Council wrote to us.
In 2019 the National Customer Award went to a bakery.
A per diem is paid on Friday.
The compass lies on the desk.
Custom shirts are sold in the shop.
The issuer of the card is a bank.
Our guests like the proper tea.
He challenged the umpire.
A guest wrote: "Your customer desk was kind."
The article "How to treat a client" hangs in the canteen.
"We are customers", they told us, and we poured tea.
One guest told us that "the staff" had been kind.
""",
    BANK: """
Your call is important to us sounds hollow after nine minutes.
The customer is king is a comfort to the office and to nobody else; we dropped it.
Fishermen's Savings lent the first boat in 1901.
As Fishermen's Savings we had a single counter.
Back in 2009, when we were Fishermen's Savings, there was no lift.
The ledgers of Fishermen's Savings are kept in the archive.
Every member gets a letter.
We do not call members consumers.
Members, not consumers.
Our members are not consumers.
The word consumer is not ours.
"Consumer" is out.
Never say punter.
Never call a member a punter.
The Consumer Credit Act holds.
The law speaks of "consumers".
The law calls them consumers.
Lawyers say consumer.
Avoid utilise.
Avoid "utilise" and "communicate".
Say use instead of utilise.
Write "use", not "utilise".
We used to write utilise.
Outlet is a word for sockets, and sockets have no counter.
The communicator on the wall is broken.
A balance that is negative is an overdraft.
The plug fits the socket.
Nobody says "I can't do anything about it".
"Your call is important to us" is a lie when nobody answers.
"Your call is important to us" means nothing.
We never say "your call is important to us".
The phrase "your call is important to us" is banned.
Drop "we are passionate about service". Say what you did.
The idea that the customer is king is worn out.
It is a cliché that the customer is king.
The customer is king? Not here.
Until 2012 we were called Fishermen's Savings.
Harbour Bank, formerly Fishermen's Savings, has nine branches.
Our history began as Fishermen's Savings in 1902.
Banned words: please be advised, at your earliest convenience.
"Please be advised" makes people nervous; we avoid it.
No letter may open with "please be advised".
The account is held by two people.
She holds the account.
The terms are plain.
The points on the card are yours.
A sale is not a point.
""",
    COUNCIL: """
Every resident may speak.
We write resident, not citizen.
The word citizen shuts people out.
Citizen is not a word we use, because visitors count too.
Instead of "applicant" we write the name.
We never write applicant.
Never use the word applicant.
The applicant number stands on top.
Both applicant numbers stand on top.
The Citizens Advice Bureau is next door.
We were advised by Citizens Advice.
The European Citizen Initiative is not ours.
Do not say service user.
Nobody calls a neighbour a service user.
"Taxpayer" sounds like a bill.
The tax that a payer owes is due.
The council corresponds with nobody.
The communicating doors are shut.
The judge is a resident.
Box lids are blue outside.
Think about the box.
The day ends at five.
The day shift ends at five.
The phrase "our people are our greatest asset" is empty.
"Think outside the box" is a tired saying.
We do not think outside the box, we open it.
Nobody needs to think outside the box to answer a letter.
Words we avoid: pursuant to, hereby.
"Hereby" is not a word people say.
Never write hereby.
Here by the river we meet.
Please revert the change in the file.
Write "we confirm" instead of "we hereby confirm".
""",
    TELECOM: """
Every customer has a line.
Your user name stands on the letter.
User names are long.
The user manual is blue.
We do not say subscriber.
Subscriber is a word from the age of telegrams.
They are customers, not users.
A customer is not a user.
Never call them churners.
The system calls them subscribers.
The software still says "subscriber".
"Truck roll" is jargon.
"Truck roll" → visit
The truck rolled into a ditch.
The window of the appointment room is open.
Use visit instead of "truck roll".
The shelf is out of reach.
We follow up the matter.
I follow up on Monday.
"Customers come first" is an empty phrase.
"Customers come first" stops us thinking about colleagues.
We never say "no worries".
Avoid "no worries".
Do not say "bear with me".
The bear sleeps with me.
Until 2020 we were TeleNord.
Lumen Fibre (formerly TeleNord) has a new logo.
The old name, TeleNord, is gone.
Customers who are delighted write letters.
Useful things are on the shelf.
The service degraded slowly.
Write to user@lumen.example.
""",
    FACTORY: """
The client gets a pump.
Clients are not customers.
Never write customer.
The word customer is too loose.
"Buyer" is not our word.
We say client rather than buyer.
We say client, not buyer.
Social care is their work.
The man has power.
The four men sing.
Do not say manpower.
We used to say foreman.
"Non-conformity" is not a word that people say.
Write fault instead of non-conformity.
Avoid defect.
The defector was a spy.
It conforms to the norm.
Nobody says remediate.
"Rectify" sounds like a court.
Quality has many sides.
The saying that quality is everyone's job hides whose it is.
"Failure is not an option" is bad advice.
"Failure is not an option"? Nonsense. Pumps fail.
We do not say "going forward".
The bus goes forward.
Touch the base of the pump.
Instead of "touch base", say "talk".
The customs office is closed.
The National Customer Survey is not ours.
""",
}
