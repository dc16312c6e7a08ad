import { blog, corin, type DemoPost, dilys, isla, mudlark } from './demo-post.ts'

/** An earlier post by the same circle, so that regulars are met again. */
export const pumpBench: DemoPost = {
  title: 'The bench by the pump',
  url: `${blog.address}2026/06/the-bench-by-the-pump.html`,
  month: '2026-06',
  at: '2 07:45',
  labels: ['the front', 'benches'],
  html: `<p>Somebody has turned the bench by the pump round. For as long as I have lived here it has faced the road. Since some time on Sunday night it has faced the water.</p>
<p>It's a cast-iron bench for four. It weighs about as much as a pony. I asked at the pump, where they know everything, and for once nobody knew a thing.</p>`,
  comments: [
    {
      at: '2 08:04',
      author: dilys,
      text: `I sat on it this morning and it's a great improvement. One sees who is coming off the boat before they see you.`,
      replies: [
        { at: '2 08:19', text: `That is exactly why it faced the road. So they couldn't.` },
        {
          at: '2 08:47',
          author: isla,
          text: `I have lived here all my life and never knew that we were being discreet.`,
        },
      ],
    },
    {
      at: '2 08:55',
      text: `Four men at least, or two and a lever. I heard something like a gate at about one in the morning and thought that it was my own gate.\n\n'Heron`,
      replies: [
        { at: '2 09:30', text: `@08:55 was it a scrape or a clank? It matters.` },
        { at: '2 09:52', text: `A scrape, and then somebody said "left a bit".\n\n'Heron` },
        { at: '2 10:15', text: `"Left a bit" narrows it to the choir.` },
      ],
    },
    {
      at: '2 10:40',
      author: corin,
      text: `At the risk of being dull: it's a fixed installation, and it was fixed with four bolts to a plinth. Has anyone looked at the bolts?`,
      replies: [
        {
          at: '2 11:06',
          text: `I have. They're greased, and there are new washers. Whoever did this is a better person than me.`,
        },
        {
          at: '2 11:20',
          author: corin,
          text: `New washers. Then I withdraw the word vandalism before I've used it.`,
        },
        { at: '2 12:01', author: dilys, text: `Corin, come and sit on it. You will be converted by lunch.` },
      ],
    },
    {
      at: '2 13:25',
      text: `It was put to face the road in 1953 so that people could watch the procession. Then there was no other procession, and nobody thought to turn it back. Seventy-odd years is a fair wait.\n\n– Pell`,
      replies: [
        { at: '2 13:44', text: `Pell, is that true or is it one of yours?` },
        {
          at: '2 14:10',
          text: `13:44 it is true and it's one of mine. My father held the spanner.\n\n– Pell`,
        },
      ],
    },
    {
      at: '2 15:32',
      author: mudlark,
      text: `Suspects: 1. choir 2. Pell 3. the bench.`,
      replies: [
        { at: '2 15:50', text: `4. Whoever owns a pony.` },
        { at: '2 16:05', text: `My money is on 3. It has had a long time to think about it.` },
      ],
    },
    {
      at: '2 18:22',
      text: `I came over on the evening boat tonight and there were four people on it, all waving. I don't know any of them. I've had a long day and it made me cry a bit, in a good way.\n\nOrla M.`,
      replies: [
        { at: '2 18:41', text: `18:22 that was us! We wave at everybody now. It's the bench that does it.` },
        { at: '2 19:03', author: dilys, text: `It is compulsory. There will be a sign.` },
      ],
    },
    {
      at: '2 20:48',
      text: `Am I the only one who liked it the other way? I could eat my chips with my back to the wind.`,
      replies: [
        {
          at: '2 21:05',
          text: `Anon 20:48, you can still have your back to the wind, you only have to wait for it to change.`,
        },
        { at: '2 21:19', text: `@21:05 in this town that's about four minutes.` },
      ],
    },
    {
      at: '3 07:12',
      author: isla,
      text: `A note was pushed through my door in the night, in capitals: "LEAVE IT. SIT DOWN." I'm inclined to do both.`,
      replies: [
        {
          at: '3 07:35',
          text: `I recognise the style. That's the lady who writes the notes about the bins.`,
        },
        { at: '3 07:58', text: `07:35 then we shall never know, and nobody had better ask.` },
      ],
    },
    { at: '3 09:14', text: `Sat. Stayed. Missed my bus.\n\n'Heron` },
  ],
}
