#include "quotes/closing.h"

#include "cases.h"

namespace wirecut::test {
namespace {

// ---- the words that close a statement

const QuoteCase kClosings[] = {
    {"Acme has two mills in the north, while Ruritania has nine, Moody's said.",
     {"indirect | Acme has two mills in the north, while Ruritania has nine | Moody's"}},
    {"There has been little trade at the mill, Bank Strelsau said in a note to clients on Wednesday.",
     {"indirect | There has been little trade at the mill | Bank Strelsau"}},
    {"Most of the goods were old pumps, Pier 1 said.", {"indirect | Most of the goods were old pumps | Pier 1"}},
    {"The mill could be worth nine billion crowns, one person close to the talks told the paper.",
     {"indirect | The mill could be worth nine billion crowns | one person close to the talks"}},
    {"The firm will sell the mill, said Karl Roe, an adviser to the bank.",
     {"indirect | The firm will sell the mill | Karl Roe, an adviser to the bank"}},
    {"The cut explains the fall in prices, said another person familiar with the talks.",
     {"indirect | The cut explains the fall in prices | another person familiar with the talks"}},
    {"Mills cut nine jobs in May, consultants Chandler, Grey & Roe said on Friday.",
     {"indirect | Mills cut nine jobs in May | consultants Chandler, Grey & Roe"}},
    {"The mill has new owners, lead manager Bank of Strelsau (BOS) said.",
     {"indirect | The mill has new owners | lead manager Bank of Strelsau (BOS)"}},
    {"Acme has sold the mill to Poe Corp, a source said on Tuesday, as prices fell.",
     {"indirect | Acme has sold the mill to Poe Corp | a source"}},
    // Marks around a word of it leave it a statement.
    {"The road was “shut” for a week, Jane Roe said in a statement.",
     {"mixed | The road was “shut” for a week | Jane Roe"}},
    // What opens with a clause of time, aim or condition has its main clause behind the comma.
    {"If the council rejects the plan, the mill will be shut by May, Mayor Jane Roe said on Thursday.",
     {"indirect | If the council rejects the plan, the mill will be shut by May | Mayor Jane Roe"}},
    {"Asked about the mill, Roe said on Monday.", {}},
    {"Rents have risen, a pattern seen before the strike began.", {}},
    {"Rents have doubled, add to inflation.", {}},
};

TEST(Closing, Statements) {
  for (const QuoteCase& row : kClosings) check(row);
}

// ---- closing words behind a statement in which somebody says something

const QuoteCase kOuter[] = {
    {"Banks agree that costs will rise, a lobby group said on Monday.",
     {"indirect | Banks agree that costs will rise | a lobby group"}},
    {"Ruritania has agreed to buy nine pumps, a source close to the talks said on Wednesday.",
     {"indirect | Ruritania has agreed to buy nine pumps | a source close to the talks"}},
    {"Jane Roe said the mill would close, the Daily Record newspaper reported.",
     {"indirect | the mill would close | Jane Roe"}},
    {"Jane Roe said the mill would close, public broadcaster RBC reported.",
     {"indirect | the mill would close | Jane Roe"}},
    {"Minister Jane Roe has stressed that the mill is safe, the Ministry of Mills said.",
     {"indirect | that the mill is safe | Minister Jane Roe"}},
    {"The mill is shut, Jane Roe said on Friday, but Ann Poe said it was open.",
     {"indirect | The mill is shut | Jane Roe", "indirect | it was open | Ann Poe"}},
};

TEST(Closing, OfAnothersWords) {
  for (const QuoteCase& row : kOuter) check(row);
}

// ---- a source between a subject and its verb

const QuoteCase kInterrupted[] = {
    {"The suspect, police said, fled on foot after the fire.",
     {"indirect | The suspect / fled on foot after the fire | police"}},
    {"The suspect, police said on Monday, will be charged.", {"indirect | The suspect / will be charged | police"}},
    {"Rates, according to the central bank, will fall to nine percent next year.",
     {"indirect | Rates / will fall to nine percent next year | the central bank"}},
    {"The council, according to spokesman Karl Roe, believes the plan will work.",
     {"indirect | The council / believes the plan will work | spokesman Karl Roe"}},
    {"The mill, said Roe, does not need to keep all of its old pumps.",
     {"indirect | The mill / does not need to keep all of its old pumps | Roe"}},
    {"The firm, analysts said, may sell its “old” mills.", {"mixed | The firm / may sell its “old” mills | analysts"}},
    // What describes is no aside.
    {"Roe, making the rounds of the Sunday talk shows, said rents fell.", {"indirect | rents fell | Roe"}},
    {"The mill, which said rents fell, was shut.", {"indirect | rents fell | which"}},
};

TEST(Closing, Interrupted) {
  for (const QuoteCase& row : kInterrupted) check(row);
}

// ---- what stands behind the closing words

const QuoteCase kTails[] = {
    {"The mill is to be sold for nine crowns, the Strelsau Post said, citing two people who knew of the talks.",
     {"indirect | The mill is to be sold for nine crowns | the Strelsau Post"}},
    {"The mill will stay open, the union said on Saturday, ending a long strike.",
     {"indirect | The mill will stay open | the union"}},
    {"The mill will stay open, the mayor said, adding that the road was shut.",
     {"indirect | The mill will stay open | the mayor", "indirect | that the road was shut | the mayor"}},
    {"It was a loud event that Roe held, ending a long strike.", {}},
    {"Leaders must end the strike, ministers said ahead of a meeting in Strelsau.",
     {"indirect | Leaders must end the strike | ministers"}},
    {"Leaders must end the strike, Jane Roe said after meeting workers.",
     {"indirect | Leaders must end the strike | Jane Roe"}},
    {"But in a sign of how weak it was, Acme said after the call it may shut the mill.",
     {"indirect | it may shut the mill | Acme"}},
    {"The mill is shut, the minister told the paper, which was sold in May.",
     {"indirect | The mill is shut | the minister"}},
};

TEST(Closing, Tails) {
  for (const QuoteCase& row : kTails) check(row);
}

// ---- who said what, from the start of the sentence

const QuoteCase kOpenings[] = {
    // Not what only describes the speaker.
    {"Acme Corp, Poe Bank and Roe Bank need to make cuts in handling loans, said Karl Grey, who runs the sale.", {}},
    {"A man who ran away was held, police said.", {"indirect | A man who ran away was held | police"}},
    {"The ministry said on Friday pump prices rose by 3 percent.",
     {"indirect | pump prices rose by 3 percent | The ministry"}},
    {"Also, officials said Jane Roe, a former miner, will lead the mill.",
     {"indirect | Jane Roe, a former miner, will lead the mill | officials"}},
    {"Karl Roe, analyst at Acme, said Ruritania's mills are among those for sale.",
     {"indirect | Ruritania's mills are among those for sale | Karl Roe, analyst at Acme"}},
    {"Karl Roe said in an interview on Monday the bank was open, adding that it was not losing clients.",
     {"indirect | the bank was open | Karl Roe", "indirect | that it was not losing clients | Karl Roe"}},
    {"Karl Roe told the council on Thursday he now believed the mill was safe.",
     {"indirect | he now believed the mill was safe | Karl Roe"}},
    {"Karl Roe said in the hall of the mill.", {}},
    {"Karl Roe told the council on Thursday.", {}},
    {"Karl Roe, analyst at Acme, said little.", {}},
};

TEST(Closing, Openings) {
  for (const QuoteCase& row : kOpenings) check(row);
}

}  // namespace
}  // namespace wirecut::test
