/**
 * What is claimed on the saved pages, each judged right by somebody who read both comments: "12:7" says that comment 12
 * refers to comment 7, "post" to the post; "name" is a sign-off, "part" a continued comment.
 */
export const judgedRight: Record<string, string> = {
  'blogger-threaded-3.html': '3:1',
  'blogger-threaded-6.html': '8:1 9:7 10:6 11:5 14:3 15:2',
  'blogger-threaded-10.html': '3:name',
  'blogger-contempo-1.html': '2:1 13:post',
  'blogger-dl-1.html':
    '18:14 24:16 28:post 29:28 29:27 30:post 40:38 50:38 53:38 61:57 84:38 94:post 95:93 95:94',
  'blogger-classic-dl-2.html': '3:1 5:1 5:4 8:7 10:9',
  'hn-1.html': '6:1 31:30 51:12 69:68 70:69 71:68 81:11 83:11 84:11 86:85 87:85 109:105 121:120',
  'hn-old-1.html': '35:34 36:35',
  'wordpress-1.html':
    '10:post 17:16 18:17 38:36 39:38 44:41 49:47 58:57 59:58 61:60 61:16 62:post 65:64 66:post 68:67 72:56',
  'wordpress-2.html':
    '6:post 9:5 10:1 13:10 16:5 16:15 20:19 21:14 24:1 25:24 26:1 27:21 28:26 29:28 30:29 35:33 37:30 38:34 39:33 42:8 43:38 44:43 47:43 51:50 52:51',
  'wordpress-3.html':
    '4:3 6:5 15:14 17:16 18:17 20:19 22:21 24:23 28:27 30:29 32:31 34:33 36:35 38:37 40:39 42:41 47:46 49:48 51:50 54:53 56:55 58:57 60:59 65:64 67:66 69:68 73:72 75:74 77:76 79:78',
  'wordpress-4.html': '10:9 12:9 19:18 22:21 33:32 36:35 38:35 43:41',
  'wordpress-9-2011.html': '4:1 4:2 4:3 7:5 7:6',
  'wordpress-12-generatepress.html': '1:post 4:1 5:4 9:post 10:9',
  'wordpress-14-wpcom.html': '1:post 5:post 6:5',
  'wordpress-17-es.html': '2:1 4:1 6:1',
  'wordpress-22-golfpost.html': '9:8 14:13 16:15 21:20 29:28',
  'disqus-inline-2010-1.html': '9:7',
  'stackexchange-1.html': '4:3 6:5 11:10',
  'custom-nested-1-carnegie.html':
    '5:4 18:17 25:24 29:28 30:29 32:31 35:34 36:35 37:36 38:36 44:42 48:47 48:43 53:52 54:53 60:59 61:59 62:59 63:62 73:72 74:73 74:72 77:76',
}
