#include "quotes/quotes.h"

#include <string>
#include <vector>

#include "cases.h"

namespace wirecut::test {
namespace {

using Case = QuoteCase;

// ---- marks

const Case kMarks[] = {
    {"\"We won the tender,\" Jane Roe said on Monday.", {"direct | We won the tender, | Jane Roe"}},
    {"“We won the tender,” Jane Roe said on Monday.", {"direct | We won the tender, | Jane Roe"}},
    {"''We won the tender,'' Jane Roe said on Monday.", {"direct | We won the tender, | Jane Roe"}},
    {"``We won the tender,'' Jane Roe said on Monday.", {"direct | We won the tender, | Jane Roe"}},
    {"«We won the tender,» Jane Roe said on Monday.", {"direct | We won the tender, | Jane Roe"}},
    {"„We won the tender,“ Jane Roe said on Monday.", {"direct | We won the tender, | Jane Roe"}},
    {"‘We won the tender,’ Jane Roe said on Monday.", {"direct | We won the tender, | Jane Roe"}},
    {"'We won the tender,' Jane Roe said on Monday.", {"direct | We won the tender, | Jane Roe"}},
    {"'It's the players' game and they've earned it,' the coach said.",
     {"direct | It's the players' game and they've earned it, | the coach"}},
    {"“He told me ‘never again’ and left the room,” the clerk said.",
     {"direct | He told me ‘never again’ and left the room, | the clerk"}},
    {"‘She said “never again” to all of us,’ the clerk said.",
     {"direct | She said “never again” to all of us, | the clerk"}},
    {"“I am 6'2\" and I still can't see the stage,” the fan said.",
     {"direct | I am 6'2\" and I still can't see the stage, | the fan"}},
    {"Sales rose after a good year.“We are glad,” Ann Roe said. “It was hard.”",
     {"direct | We are glad, / It was hard. | Ann Roe"}},
    {"“We loved the '90s and we told 'em so,” the singer said.",
     {"direct | We loved the '90s and we told 'em so, | the singer"}},
    {"“The dam will hold through the winter, the engineer said.",
     {"direct | The dam will hold through the winter, the engineer said. | -"}},
    {"“The dam will hold through the winter,” the engineer said.\n\nThe town's pumps have run since Friday.",
     {"direct | The dam will hold through the winter, | the engineer"}},
};
TEST(Quotes, Marks) {
  for (const Case& row : kMarks) check(row);
}

// ---- the cue inside, in front and behind

const Case kOrders[] = {
    {"&quot;The bridge is safe,&quot; said Jane Roe. &quot;It was tested.&quot;",
     {"direct | The bridge is safe, / It was tested. | Jane Roe"}},
    {"Roe said the bridge was &quot;as safe as any.&quot;",
     {"mixed | the bridge was &quot;as safe as any.&quot; | Roe"}},
    {"“The bridge is safe,” said Jane Roe, the city's chief engineer.",
     {"direct | The bridge is safe, | Jane Roe, the city's chief engineer"}},
    {"“The bridge is safe,” Roe said. “We tested every bolt of it.”",
     {"direct | The bridge is safe, / We tested every bolt of it. | Roe"}},
    {"“The bridge,” Roe said, “is as safe as any in the country.”",
     {"direct | The bridge, / is as safe as any in the country. | Roe"}},
    {"“The bridge is safe,” Roe said. “We tested every bolt of it,” she added.",
     {"direct | The bridge is safe, | Roe", "direct | We tested every bolt of it, | she"}},
    {"Roe said: “We tested every bolt of the bridge.”", {"direct | We tested every bolt of the bridge. | Roe"}},
    {"Roe said, “We tested every bolt of the bridge.”", {"direct | We tested every bolt of the bridge. | Roe"}},
    {"The engineer told reporters: “We tested every bolt of the bridge.”",
     {"direct | We tested every bolt of the bridge. | The engineer"}},
    {"“Is the bridge safe to cross?” the mayor asked.", {"direct | Is the bridge safe to cross? | the mayor"}},
    {"“Nobody will cross it again!” the mayor shouted.", {"direct | Nobody will cross it again! | the mayor"}},
    {"“We have to talk about money,” the chancellor wrote in a letter to parliament.",
     {"direct | We have to talk about money, | the chancellor"}},
    {"“The storm took our roof,” said Hugh Hill, a farmer who lost most of his cattle.",
     {"direct | The storm took our roof, | Hugh Hill, a farmer who lost most of his cattle"}},
};
TEST(Quotes, Orders) {
  for (const Case& row : kOrders) check(row);
}

// ---- indirect and mixed

const Case kReported[] = {
    {"The minister said that the talks would resume in May.",
     {"indirect | that the talks would resume in May | The minister"}},
    {"The minister said the talks would resume in May.", {"indirect | the talks would resume in May | The minister"}},
    {"The talks will resume in May, the minister said.", {"indirect | The talks will resume in May | the minister"}},
    {"According to the central bank, prices rose by 3 percent in April and will rise further.",
     {"indirect | prices rose by 3 percent in April and will rise further | the central bank"}},
    {"Prices rose by 3 percent in April, according to the central bank.",
     {"indirect | Prices rose by 3 percent in April | the central bank"}},
    {"Police said they had arrested two men over the theft.",
     {"indirect | they had arrested two men over the theft | Police"}},
    {"Roe told lawmakers that the army needed more helicopters.",
     {"indirect | that the army needed more helicopters | Roe"}},
    {"The company announced that it would close its plant in Ruritania.",
     {"indirect | that it would close its plant in Ruritania | The company"}},
    {"Officials warned that the river could rise again over the weekend.",
     {"indirect | that the river could rise again over the weekend | Officials"}},
    {"The union argued that wages had fallen behind prices.",
     {"indirect | that wages had fallen behind prices | The union"}},
    {"Roe said the plan was “a disaster for small farmers” and would be withdrawn.",
     {"mixed | the plan was “a disaster for small farmers” and would be withdrawn | Roe"}},
    {"Roe said the wind was “strong” and that the sea was “high”.",
     {"mixed | the wind was “strong” and that the sea was “high” | Roe"}},
    {"Roe said the plan was “a disaster for small farmers.”",
     {"mixed | the plan was “a disaster for small farmers.” | Roe"}},
    {"The ministry said Friday's strike would cost jobs.",
     {"indirect | Friday's strike would cost jobs | The ministry"}},
    {"Ruritania said this week it would lend more to its mills.",
     {"indirect | it would lend more to its mills | Ruritania"}},
    {"Acme said over the weekend it is building a mill in Strelsau.",
     {"indirect | it is building a mill in Strelsau | Acme"}},
    {"Roe said last year's crop was lost.", {"indirect | last year's crop was lost | Roe"}},
    {"The envoy said he was “deeply worried” by the fighting.",
     {"mixed | he was “deeply worried” by the fighting | The envoy"}},
    {"A study found that children who read daily slept better.",
     {"indirect | that children who read daily slept better | A study"}},
    {"The mayor and the governor visited the ruins on Sunday. Asked about the strike, Roe said she had no plans to "
     "resign.",
     {"indirect | she had no plans to resign | Roe"}},
};
TEST(Quotes, Reported) {
  for (const Case& row : kReported) check(row);
}

// ---- over sentences and paragraphs

const Case kLinks[] = {
    {"“We will rebuild the school before the winter,” the mayor said.\n\n“And we will rebuild the bridge,” he added.",
     {"direct | We will rebuild the school before the winter, | the mayor",
      "direct | And we will rebuild the bridge, | he"}},
    {"“We will rebuild the school before the winter,” the mayor said. “We owe that to the children.\n\n“The bridge "
     "will have to wait.”",
     {"direct | We will rebuild the school before the winter, / We owe that to the children. / The bridge will have to "
      "wait. | the mayor"}},
    {"Council meets on flood\n\nThe council met on Monday to talk about the damage.\n\nThe mayor said:\n\n“We will "
     "rebuild the school before the winter.”",
     {"direct | We will rebuild the school before the winter. | The mayor"}},
    {"The mayor visited the ruins. “We will rebuild the school before the winter,” he said.",
     {"direct | We will rebuild the school before the winter, | he"}},
    {"“The harvest was the worst in decades.” — Jane Roe, farmer",
     {"direct | The harvest was the worst in decades. | Jane Roe"}},
    // over a paragraph without marks; but where the second mark was forgotten, the reporter goes on
    {"“We have no money,” Roe said. “We have no food.\n\nWe have nothing at all.\n\nWe will not leave this square "
     "until "
     "it does,” he added.",
     {"direct | We have no money, / We have no food. / We have nothing at all. | Roe",
      "direct | We will not leave this square until it does, | he"}},
    {"“We have no money,” Roe said. “We have no food.\n\nThe state has nothing at all.\n\nThe mayor left on Monday.",
     {"direct | We have no money, / We have no food. | Roe"}},
    // a few words behind who spoke; those that somebody else may say are nobody's
    {"“They do not care about us,” complained driver Mike Roe, who has been there since May. “My boss is right.” Poe "
     "left.",
     {"direct | They do not care about us, / My boss is right. | driver Mike Roe"}},
    {"“They do not care about us,” Mike Roe said. The mill was shut. “My boss is right.” Poe left.",
     {"direct | They do not care about us, | Mike Roe"}},
    {"“The harvest was the worst in decades,” Roe said, adding that prices would rise.",
     {"direct | The harvest was the worst in decades, | Roe", "indirect | that prices would rise | Roe"}},
    // a sentence in marks is none of what the next sentence tells, but of who spoke before
    {"Acme said its core was intact. “We have not hurt the company at all.” Poe and Doe signed a pact.",
     {"indirect | its core was intact | Acme", "direct | We have not hurt the company at all. | Acme",
      "indirect | a pact | Poe and Doe"}},
    {"Jane Roe said the mill was open. “We have not hurt it at all.” The bank has forecast that prices will fall.",
     {"indirect | the mill was open | Jane Roe", "direct | We have not hurt it at all. | Jane Roe",
      "indirect | that prices will fall | The bank"}},
    {"“We have not hurt the company.” Jane Roe noted that the mill was still open.",
     {"direct | We have not hurt the company. | Jane Roe", "indirect | that the mill was still open | Jane Roe"}},
    {"“We have not hurt the company.” Jane Roe said.", {"direct | We have not hurt the company. | Jane Roe"}},
    {"“The harvest was poor,” Jane Roe said. “We had no rain all year.” “It will be worse by May.”",
     {"direct | The harvest was poor, / We had no rain all year. / It will be worse by May. | Jane Roe"}},
    {"Jane Roe left on Monday. She also said the town was broke.\n\n“The money is gone, and so is the mayor.”",
     {"indirect | the town was broke | She", "direct | The money is gone, and so is the mayor. | She"}},
    // an aside within what was said
    {"“Every time you say that,” Roe said, referring to the bank, “you give them a reason to break it up.”",
     {"direct | Every time you say that, / you give them a reason to break it up. | Roe"}},
    // a line broken behind a comma
    {"Acme opens a mill\n\nSTRELSAU (Reuters) - Acme opened a mill on Monday.\n\n“We would like to rest now,”\nRoe "
     "said. "
     "“This is such a large deal.”\n\nThe mill was shut.",
     {"direct | We would like to rest now, / This is such a large deal. | Roe"}},
};
TEST(Quotes, Links) {
  for (const Case& row : kLinks) check(row);
}

// ---- turns of interviews and transcripts

const Case kTurns[] = {
    {"MS. ROE: I want those masks.\n\nMR. PRICE: There are none.\n\nMS. ROE: When will there be some?",
     {"direct | I want those masks. | MS. ROE", "direct | There are none. | MR. PRICE",
      "direct | When will there be some? | MS. ROE"}},
    {"ROE: We don't know yet who will pay for the repairs.\n\nPOE: Then who does know?",
     {"direct | We don't know yet who will pay for the repairs. | ROE", "direct | Then who does know? | POE"}},
    {"Q: When will the plant close?\n\nA: We have not decided that yet.",
     {"direct | When will the plant close? | -", "direct | We have not decided that yet. | -"}},
    {"Q. When will the plant close?\n\nA. We don't know.\n\nA. Roe owns the plant.",
     {"direct | When will the plant close? | -", "direct | We don't know. | -"}},
    {"\"ROE: We don't know yet who will pay.\n\n\"POE: Then who does know?\"",
     {"direct | We don't know yet who will pay. | ROE", "direct | Then who does know? | POE"}},
    {"ANNE ROE, HOST: Good evening.\n\nLUIS POE, TOWN CLERK (D), OHIO: The bridge is shut.\n\nROE: Why?",
     {"direct | Good evening. | ANNE ROE", "direct | The bridge is shut. | LUIS POE", "direct | Why? | ROE"}},
    {"OSLO (AP) - Rates fell on Monday.\n\nANNE ROE, ANALYST, ACME BANK, OSLO:\n\n\"It comes as a surprise.\"\n\nLUIS "
     "POE, TRADER, "
     "OSLO: \"It was due.\"",
     {"direct | It comes as a surprise. | ANNE ROE", "direct | It was due. | LUIS POE"}},
    {"OSLO (AP) - Rates fell.\n\nANNE ROE, ANALYST, OSLO \"It comes as a surprise.\"\n\nLUIS POE, TRADER \"It was "
     "due.\"",
     {"direct | It comes as a surprise. | ANNE ROE", "direct | It was due. | LUIS POE"}},
    {"OSLO (AP) - Rates fell.\n\nCHANCELLOR ANNE ROE \"It comes as a surprise to the banks.\"\n\nRATES AND PRICES \"It "
     "was no "
     "surprise to the markets here.\"",
     {"direct | It comes as a surprise to the banks. | ANNE ROE",
      "direct | It was no surprise to the markets here. | -"}},
    // a turn of several paragraphs, where turns come again; a stage direction is nobody's
    {"The talk took an hour.\n\nROE: It is late.\n\nWhy is it?\n\n(BREAK)\n\nPOE: It rained.\n\nROE: I see.\n\nThe "
     "show ended.",
     {"direct | It is late. / Why is it? | ROE", "direct | It rained. | POE", "direct | I see. | ROE"}},
    {"MONDAY: The rain will ease.\n\nTUESDAY: The rain will come back.", {}},
    {"NORTHEAST: It will rain all day.\n\nMIDWEST: It will be cool and dry.", {}},
    {"Roe: 1,501.\n\nPoe: 46.", {}},
    // a label without a colon, in its own line or in the paragraph
    {"OSLO (AP) - Rates fell.\n\nANNE ROE, ECONOMIST, ACME BANK\n\n\"The cut came sooner than we thought.\n\n\"We now "
     "see "
     "another one in June.\"\n\nAnne Moss, trader at Acme Bank\n\n\"I think that it was long overdue.\"",
     {"direct | The cut came sooner than we thought. / We now see another one in June. | ANNE ROE",
      "direct | I think that it was long overdue. | Anne Moss"}},
    {"OSLO (AP) - Rates fell. COMMENTS: ANNE ROE, ECONOMIST, ACME BANK \"The cut came sooner than we thought. \"We now "
     "see another one in June.\" ANNE MOSS, TRADER \"I think that it was long overdue.\"",
     {"direct | The cut came sooner than we thought. / We now see another one in June. | ANNE ROE",
      "direct | I think that it was long overdue. | ANNE MOSS"}},
    {"OSLO (AP) - Rates fell. HIGH PRICES, LOW WAGES \"The cut came sooner than we thought.\"",
     {"direct | The cut came sooner than we thought. | -"}},
    // what heads facts
    {"Facts about Roe\n\nOSLO (AP) - Roe is the new mayor.\n\nCAREER: Roe joined the bank in 1990.\n\nFAMILY: She is "
     "married and has two sons.",
     {}},
    {"Who is who in the talks\n\nOSLO (AP) - They met in May.\n\nANNE ROE: The mayor is 54.\n\nLUIS POE: He is 60.",
     {}},
    {"INSTANT VIEW: Rates fall\n\nOSLO (AP) - Rates fell.\n\nHIGHLIGHTS: You may borrow more.", {}},
    {"Interviewer: Are you leaving the club?\n\nJane Roe: I have a contract until June and I will keep it.",
     {"direct | Are you leaving the club? | Interviewer",
      "direct | I have a contract until June and I will keep it. | Jane Roe"}},
};
TEST(Quotes, Turns) {
  for (const Case& row : kTurns) check(row);
}

// ---- relayed

// ---- captions in front of quotations

const Case kCaptions[] = {
    {"JANE ROE, ANALYST, ACME BANK: “It was due. The firm is weak.” “We had cut it in May.” MARK DOE, ECONOMIST AT POE "
     "& "
     "CO., STRELSAU “The data is worse than we thought it would be.” ON JOBS: “More of them will go by May.”",
     {"direct | It was due. The firm is weak. / We had cut it in May. | JANE ROE",
      "direct | The data is worse than we thought it would be. / More of them will go by May. | MARK DOE"}},
    {"COMMENTS: MAYOR JANE ROE ON THE VOTE: “We have won it, and will win the next one.”",
     {"direct | We have won it, and will win the next one. | JANE ROE"}},
    {"Jane Roe in testimony on the budget: “The mills need time.” Mark Doe in answer to a question: “More of them will "
     "go "
     "by May.”",
     {"direct | The mills need time. | Jane Roe", "direct | More of them will go by May. | Mark Doe"}},
    {"The mayor’s agent, too:\n\n“These claims are wrong,” agent Mark Doe said.",
     {"direct | These claims are wrong, | agent Mark Doe"}},
    {"FUEL TAX “We will raise it in May.” CHURCH TAX “It is the turn of the church now.”",
     {"direct | We will raise it in May. | -", "direct | It is the turn of the church now. | -"}},
    // a topic in small letters behind a quotation; a surname; what stands behind a title
    {"JANE ROE, ANALYST, ACME BANK: “It was due. The firm is weak.” On the share move: “More of them will go by May.”",
     {"direct | It was due. The firm is weak. / More of them will go by May. | JANE ROE"}},
    {"Mayor Jane Roe answered questions on Monday. ROE ON THE MILLS: “More of them will go by May.” ROE ON JOBS “We "
     "will lose some of them in May.”",
     {"direct | More of them will go by May. | ROE", "direct | We will lose some of them in May. | ROE"}},
    {"The talks ended on Monday. PEOPLE'S BANK OF RURITANIA GOVERNOR ZHOU XIAO ON PRICES “More of them will go up.”",
     {"direct | More of them will go up. | ZHOU XIAO"}},
    {"FINANCE MINISTER JANE ROE ON THE BANK's MARK DOE: “He is not at the helm.” ON THE DEBTS OF THE BANK'S OWNER: "
     "“More of them will go by May.”",
     {"direct | He is not at the helm. / More of them will go by May. | JANE ROE"}},
    {"It is the bank's MARK DOE, ANALYST: “More of them will go by May.”",
     {"direct | More of them will go by May. | MARK DOE"}},
    {"The bank met in May. STRELSAU FED PRESIDENT JANE ROE, MARCH 1 “It is right for now.” *MARK DOE, PRESIDENT OF "
     "ACME, WHICH HOLDS $1.4 BILLION: “More of them will go by May.”",
     {"direct | It is right for now. | JANE ROE", "direct | More of them will go by May. | MARK DOE"}},
    {"Shares of ACME rose 5 “More of them will go by May.”", {"direct | More of them will go by May. | -"}},
    {"The rain fell all day. - - - - JAE H. ROE, ANALYST, ACME SECURITIES “It was due.” ACME CHAIRMAN MARK DOE "
     "“More "
     "of them will go by May.”",
     {"direct | It was due. | JAE H. ROE", "direct | More of them will go by May. | MARK DOE"}},
    {"PRESIDENT FACES QUESTIONS ON WAR: “When will it end?” asked Jane Roe.",
     {"direct | When will it end? | Jane Roe"}},
    {"FOE ON THE MILLS: “More of them will go by May.”", {"direct | More of them will go by May. | -"}},
    {"Mayor Jane Roe spoke on Monday. MILLS ON THE RIVER “More of them will go by May.”",
     {"direct | More of them will go by May. | -"}},
    {"The rain fell all day. On the river: “More of them will go by May.”",
     {"direct | More of them will go by May. | -"}},
};
TEST(Quotes, Captions) {
  for (const Case& row : kCaptions) check(row);
}

const Case kRelays[] = {
    {"Smith, who met Jones on Friday, quoted her as saying: “I will quit.”", {"direct | I will quit. | her | Smith"}},
    {"According to Reuters, the talks will resume in May.", {"indirect | the talks will resume in May | Reuters"}},
    {"“The answer to all these questions would be no,” Interfax quoted Roe as saying.",
     {"direct | The answer to all these questions would be no, | Roe | Interfax"}},
    {"Xinhua quoted the minister as saying that the border would stay shut.",
     {"indirect | that the border would stay shut | the minister | Xinhua"}},
    {"“We are ready to talk,” Roe told Reuters.", {"direct | We are ready to talk, | Roe | Reuters"}},
    {"“We are ready to talk,” Roe told the BBC on Sunday.", {"direct | We are ready to talk, | Roe | BBC"}},
    {"“We are ready to talk,” Roe was quoted by Interfax as saying.",
     {"direct | We are ready to talk, | Roe | Interfax"}},
    {"The minister was quoted as saying by Interfax that the talks had failed.",
     {"indirect | that the talks had failed | The minister | Interfax"}},
    {"TASS has quoted Roe as saying the talks had failed.", {"indirect | the talks had failed | Roe | TASS"}},
    {"“We are ready to talk,” Roe told villagers.", {"direct | We are ready to talk, | Roe"}},
};
TEST(Quotes, Relays) {
  for (const Case& row : kRelays) check(row);
}

// ---- not quotes

const Case kNoQuotes[] = {
    {"Anyone who wants to help can call 515-555-0101.", {}},
    {"Parents like Keri Lund, whose son is 9, wept afterward.", {}},
    {"HSBC analysts cut the stock to \"reduce\" from \"hold\" on Friday.", {}},
    {"The council voted 14-0.", {}},
    {"A neighbour asked not to be identified for fear of her son.", {}},
    {"FACTBOX: How the bridge was built and who paid for it", {}},
    {"Obituary: Jane Roe, judge who shut the bridge", {}},
    {"The talks ended on Monday. He was admitted to the Strelsau Hospital.", {}},
    {"The mill opened in May. Acme posted a loss of 3 percent for the quarter.", {}},
    {"The mill opened in May. The index added 2 percent.", {}},
    {"The mill opened in May. Sales declined 5 percent in April, and the ministry released its report.", {}},
    {"Jane Roe posted that the owner would sell the mill.",
     {"indirect | that the owner would sell the mill | Jane Roe"}},
    {"Jane Roe holds that the mill is unsafe.", {"indirect | that the mill is unsafe | Jane Roe"}},
    {"“It is late,” Jane Roe added.", {"direct | It is late, | Jane Roe"}},
    {"The talks ended on Monday. Jane Roe is known for her long speeches.", {}},
    {"Burger King, best known for its Whopper hamburgers, said it would open a shop.",
     {"indirect | it would open a shop | Burger King, best known for its Whopper hamburgers"}},
    {"The talks ended on Monday. Jane Roe was named head of the board in May.", {}},
    {"The talks ended on Monday. Carl Doe was found guilty of stealing from the mill.", {}},
    {"The bank met on Monday. The proposed requirement is 5 percent; Jane Roe believes it can meet that.",
     {"indirect | it can meet that | Jane Roe"}},
    {"The bank met on Monday. The said company has entered into a definitive agreement to sell its mills.", {}},
    {"Jane Roe proposed that the mill be sold.", {"indirect | that the mill be sold | Jane Roe"}},
    {"The yacht “Blue Heron” sank off the coast on Monday.", {}},
    {"John “Shorty” Roe, 45, was buried on Friday.", {}},
    {"Her novel “The Long Way Home” sold two million copies.", {}},
    {"The 12\" pipe burst and flooded the 6' ditch.", {}},
    {"The players' wives and the coaches' cars were searched.", {}},
    {"The minister smiled when asked whether he would resign.", {}},
    {"Rock 'n' roll filled the hall until midnight.", {}},
    {"The train from Strelsau arrived two hours late on Friday.", {}},
    {"“", {}},
    {"", {}},
    {"Crowds met in Strelsau. Image: Ruritania Radio.", {}},
    {"They met at a briefing titled “A Common Path to a Stable and Prosperous Country” on Tuesday.", {}},
};
TEST(Quotes, NotQuotes) {
  for (const Case& row : kNoQuotes) check(row);
}

TEST(Quotes, AreSurerOfSayingsThanOfDeeds) {
  const Story story =
      analyze("Acme recalled 2,000 cars. Jane Roe, the minister, said on Monday that the mill would close in May.");
  ASSERT_EQ(story.quotes.size(), 2U);
  EXPECT_LT(story.quotes[0].confidence, 0.5F);
  EXPECT_GT(story.quotes[1].confidence, 0.75F);
  const Story unclaimed =
      analyze("Rain fell on the town all day.\n\n“There was no time to take anything with us.”\n\nIt went on.");
  ASSERT_EQ(unclaimed.quotes.size(), 1U);
  EXPECT_FALSE(unclaimed.quotes[0].speaker);
  EXPECT_EQ(unclaimed.quotes[0].confidence, 0.5F);
}

}  // namespace
}  // namespace wirecut::test
