import { courierArticle } from './courier-article.ts'
import { blog, corin, type DemoPost, dilys, isla, jem, mudlark } from './demo-post.ts'

/**
 * The demo blog's main thread. Two levels are all that the platform shows, so people answer an answer by its
 * clock, its writer's sign-off or its words, in the same list or at the very bottom. The two sailings, 18:10 and
 * 21:40, are clocks that refer to no comment.
 */
export const lastBoat: DemoPost = {
  title: 'The last boat',
  url: `${blog.address}2026/06/the-last-boat.html`,
  month: '2026-06',
  at: '9 07:30',
  labels: ['ferry', 'harbour board', 'grumbling'],
  html: `<p>So it is official, or as official as a laminated sheet on the ticket hut can make it. From the first of September the last boat home from Saltby will leave at 18:10. The 21:40, which has run in one shape or another since my grandmother was small enough to travel as luggage, is going to be <i>rested</i>.</p>
<p>The harbour board gives three reasons. The boat is old, the ramp at Saltby is older, and in February a man with a clicker counted nine passengers a night. The first two I can see from my window. The third is the one I have been asked about at the baker's, at the pump and, yesterday, through the door of a changing cubicle.</p>
<p>The board meets on Thursday. I'll be there with a flask and a pencil. In the meantime, tell me what the late boat is to you, and be kind to one another: the water is narrow and we all have to sit on the same benches.</p>`,
  comments: [
    {
      at: '9 07:58',
      text: `"Rested" is what you do with pastry. You don't rest a boat, you tie it up and then you sell it.`,
      replies: [
        { at: '9 08:21', author: isla, text: `I am stealing the pastry, and I'll pay you in pastry.` },
        {
          at: '9 08:40',
          text: `First rested, then under review, then a plaque. My late husband drove the number 4 bus, we have been through it all.`,
        },
      ],
    },
    {
      at: '9 08:15',
      author: dilys,
      text: `Before anybody repeats the nine: I asked for the sheets. There were nineteen evenings, and on most of them the boat wasn't even landing at the ramp. You cannot count a queue at a door that is shut.`,
      replies: [
        {
          at: '9 08:52',
          text: `The ramp was out from the 3rd to the 13th. I still have the texts, because every one of them was my knees against those steps.`,
        },
        {
          at: '9 09:10',
          text: `They counted in the dead of February with the ramp closed and called what they got a pattern. Nobody asked the people who come home after work, and nobody looked in the tin.\n\n'Heron`,
        },
        {
          at: '9 09:34',
          text: `Well said 09:10. I'd only add that the man with the clicker is my sister's lodger and he was told to be home by eight.`,
        },
        {
          at: '9 12:44',
          author: corin,
          text: `I'm going to be unpopular. Sixty thousand a year is the school crossing, the library van and the lights on the front put together. If we want all of those and a late boat, somebody has to say which purse it comes out of. Nobody will be stranded by a change that is announced three months ahead.`,
        },
        {
          at: '9 13:02',
          author: dilys,
          text: `Corin, divide anything by a broken ramp and it looks dear. Show me what it costs in May and I'll talk about purses all night.`,
        },
        {
          at: '9 19:12',
          text: `I worked the late boat for six winters. We carried more people in February than in October, always did. They simply did not buy singles. They had the green books, and a slip in a tin is not a passenger as far as the office is concerned.`,
        },
      ],
    },
    {
      at: '9 08:33',
      text: `There is always the bus. I took it once. I left Saltby a young woman.`,
      replies: [
        {
          at: '9 10:05',
          author: mudlark,
          text: `34 miles, three connections, and the second one is a field.`,
        },
        { at: '9 14:20', text: `It's a perfectly nice field. There's a horse.` },
      ],
    },
    {
      at: '9 11:27',
      text: `Fourteen of us go over to Saltby for the nursing course, four nights a week, and it ends at nine. I've done the sum every way there is. Without the boat I can finish the year if I sleep on somebody's floor from Monday to Thursday, and I have a boy of six.\n\nOrla M.`,
      replies: [
        {
          at: '9 14:20',
          text: `My daughter is another of the fourteen. She won't write here because she thinks that it's settled. I keep telling her it is a notice, not a law of nature.`,
        },
        {
          at: '9 15:48',
          author: jem,
          text: `There's a camp bed above the shop on the Saltby side, and a kettle. Ask for me, any of you, any night. That isn't an argument for the board, it's a bed.`,
        },
        {
          at: '9 20:03',
          text: `With respect, people choose a course knowing where it is. I'm sorry for anyone in difficulty but a harbour isn't a charity.`,
        },
        {
          at: '9 20:31',
          text: `20:03, it is the only college there is on either side, and I'm training to work in your hospital. I don't ask for charity, I buy a green book every five weeks.\n\nOrla M.`,
        },
        {
          at: '9 21:02',
          html: `@20:03 "people choose a course knowing where it is" &#8211; they chose it knowing <i>when the boat was</i>. So did I when I bought a house.`,
        },
      ],
    },
    {
      at: '9 14:20',
      text: `Could volunteers not run it? They keep that steam railway going up the valley with eleven old men and a tea urn.`,
      replies: [
        { at: '9 16:11', text: `The urn is not required to float.` },
        {
          at: '9 16:37',
          text: `I had the pilot's chair here for twenty-six years, so let me be a bore. After dark with passengers you need a master with the ticket, a hand with the other ticket, and both of them slept. That isn't the board being difficult, that's the sea. What you could do is train a sixth master. It takes two winters, and I would teach for nothing.\n\n– Pell`,
        },
        {
          at: '9 17:20',
          text: `Pell is right about the tickets, and I'd like it noted that he has just offered. Somebody on the board please write that down.`,
        },
      ],
    },
    {
      at: '9 19:26',
      text: `@anon 19:12 six winters! Then you'll know this: were the green books never counted at all, or were they counted and left out?`,
      replies: [
        {
          at: '9 19:55',
          text: `Weighed. I'm not joking. There's a letter scale on top of the safe. So many grams, so many pounds. It goes in as "sundry" and nobody could tell you which boat it came off.`,
        },
        {
          at: '9 20:17',
          text: `"There's a letter scale on top of the safe" is the best sentence anyone has written about this town.`,
        },
        {
          at: '9 21:31',
          text: `Well the crew would say that, wouldn't they? It is their overtime we're being asked to weep for. I notice that nobody here has offered to pay more for a ticket.`,
        },
        {
          at: '9 22:08',
          text: `No 21:31, you have that the wrong way round. There is no overtime on the late boat, it's the back half of a split shift, and I'd have been home for supper without it. And I would pay double, gladly. Nobody has asked me that either.`,
        },
        {
          at: '9 22:47',
          author: dilys,
          html: `I'd pay double too. <i>I notice that nobody here has offered</i> &#8211; there, that's two of us in an hour and a quarter.`,
        },
      ],
    },
    {
      at: '9 22:15',
      author: corin,
      text: `I see I am the villain, so let me do it properly. One: the boat is forty-one. Two: the ramp is condemned in all but name, and it comes to £240,000. Three: the fifth master retires next spring. You can have a late boat for one more year and no boat at all in the third, or you can stop now and keep the day boats till 2040. I'd rather lose the evening than the harbour.`,
      replies: [
        {
          at: '9 22:39',
          text: `Just after lunch you wrote "nobody will be stranded by a change that is announced three months ahead". You can be stranded for years, Corin. You just do it at home.`,
        },
        {
          at: '9 23:05',
          author: dilys,
          text: `One, two and three are honest reasons. Why did the board put none of them on the sheet, and put the nine there instead?`,
        },
        {
          at: '9 23:52',
          text: `Because nine is a small number and 240,000 is a large one. Good night all, I have a boat to catch in the morning, while stocks last.`,
        },
        { at: '10 00:07', text: `@23:52 sleep well. I make that two of us still up arguing about bedtime.` },
        { at: '10 00:19', text: `00:07 three. I'm only here because of the cat.` },
      ],
    },
    { at: '10 00:58', text: courierArticle.first },
    { at: '10 00:59', text: courierArticle.second },
    { at: '10 01:01', text: courierArticle.third },
    {
      at: '10 06:48',
      text: `0058 makes the case better than any of us have, and at an hour when decent people are asleep. The five evenings on the ramp average nearly nineteen. I checked it on the back of the milk bill.`,
      replies: [
        {
          at: '10 07:15',
          author: isla,
          text: `I have asked the Courier whether the article may stay here in full and they say yes, with their compliments to whoever typed it out on a telephone.`,
        },
        {
          at: '10 07:40',
          text: `"Nobody decides, and everybody signs." I'd have that over the door of the net loft.`,
        },
      ],
    },
    {
      at: '10 08:02',
      deleted: true,
      replies: [
        { at: '10 08:20', text: `Well, now I want to know what 08:02 said.` },
        { at: '10 08:24', text: `It was the recipe for the pastry. The board had it taken down.` },
      ],
    },
    {
      at: '10 09:10',
      text: `Does anyone know if the meeting is open to people from our side of the water, and whether we're allowed to speak or only to sit there looking wet?`,
      replies: [
        {
          at: '10 09:41',
          author: isla,
          text: `Open to all. Thursday, seven o'clock, the net loft in Saltby. Three minutes each if you put your name on the list by the door. It's on the inside of the door.`,
        },
        {
          at: '10 10:22',
          text: `Anon 09:10: come at half past six if you want a chair, and bring a cushion if you want to keep it.`,
        },
      ],
    },
    {
      at: '10 11:13',
      author: {
        name: 'Best Outboard Deals',
        profile: 'https://www.blogger.com/profile/18004431276650918823',
      },
      html: `Great post admin!! I really enjoyed to read this informative article about boat. If you are looking cheapest <b>outboard motor spare parts with free worldwide delivery</b> do not hesitate visit our shop, 80% discount this week only, thank you for sharing <a href="https://outboard-deals.example/sale" rel="nofollow">outboard spare parts online</a>`,
    },
    {
      at: '10 12:30',
      html: `The board's minutes are public, all of them, if you know where to look: <a href="https://pennock-harbour.example/minutes/2025-11" rel="nofollow">November's are here</a>. Make tea first. Page 4.`,
      replies: [
        {
          at: '10 13:05',
          html: `Page 4, item 7: <i>"It was agreed in principle to rest the late sailing, subject to evidence."</i> That is November. The evidence was collected in February. I have read it three times now to be sure that it's me who is awake.<br><br>'Heron`,
        },
        { at: '10 13:11', text: `Hang on. November? They decided and then sent the man with the clicker?` },
        {
          at: '10 13:19',
          text: `@13:11 subject to evidence. And then they went out and fetched some.\n\n'Heron`,
        },
        {
          at: '10 14:02',
          author: corin,
          text: `I had not seen item 7, and I've been defending that count to my own wife. I still say the money is real. But a count that is made after the decision isn't a count. I withdraw the nine.`,
        },
        {
          at: '10 14:26',
          author: dilys,
          text: `That was handsomely said, Corin. I withdraw about half of what I called you at breakfast.`,
        },
      ],
    },
    {
      at: '10 17:45',
      author: mudlark,
      text: `A board that was short of a crew\nsaid resting was all they could do.\nThey counted to nine\nin a gale, and that's fine,\nbut the tin says it's seventy-two.`,
      replies: [{ at: '10 18:31', text: `Scans better than the timetable.` }],
    },
    {
      at: '10 20:16',
      text: `Since it's nearly the night of the meeting, one for those who think the late boat is only for suppers. January 1987, wind north-east, and I would not have gone. The doctor stood on the slip with his bag and didn't say a word, he only looked at me. We went. It took fifty minutes and he was sick in his hat, and there was a child born in Saltby before we had tied up.\n\n– Pell`,
      replies: [
        {
          at: '10 20:58',
          text: `20:16 that was my father. He never told us about the hat. He did tell us about the man who shared out his soup on the way back.`,
        },
        {
          at: '10 21:17',
          text: `Then I've been owed a thermos since 1987, and I'm glad to hear it was him. – Pell`,
        },
        { at: '10 21:44', text: `I'm the child. Hello. I go over on the green book, Tuesdays and Fridays.` },
      ],
    },
    {
      at: '11 22:20',
      author: isla,
      text: `Back from the net loft, by the late boat naturally, with a cold flask and a full notebook. 212 people, by my count, and I counted everybody. The board has put it off: the boat stays until the end of October, September is to be counted on the ramp with the books included, and Pell is to be asked in writing about the sixth master. The chairman thanked us for our evidence. He looked as if he meant it.`,
      replies: [
        {
          at: '11 22:33',
          author: dilys,
          text: `I have been to forty years of those meetings and that's the first one that ended with somebody laughing. Thank you, Isla.`,
        },
        {
          at: '11 22:41',
          text: `Put off isn't saved. October is when they will turn the lights out, when nobody is looking.`,
        },
        {
          at: '11 22:58',
          text: `22:41 I know. But October is past my exams, so tonight I'll take it, and tomorrow I'll worry. I'm writing this on the slip with my shoes off.\n\nOrla M.`,
        },
        {
          at: '11 23:10',
          text: `Then let's look. A few of us will stand on the slip every evening in September, with pencils, until the boat has gone. The list is at the baker's.\n\n'Heron`,
        },
      ],
    },
    {
      at: '12 07:05',
      html: `<i>They simply did not buy singles.</i> I want it carved over the ticket hut.`,
      replies: [
        {
          at: '12 07:31',
          author: dilys,
          text: `Put me down for September, Mondays and Thursdays. I have my own pencil.`,
        },
      ],
    },
    {
      at: '12 08:50',
      text: `I am anon 07:58, the pastry one. I came down to the hut this morning and somebody has left a tray of turnovers on the counter, with a card that says "rested". I have never been so moved by a baked thing.`,
    },
  ],
}
