/** Blogger's own word for nobody, in the languages that Blogger speaks, in lower case. */
const words = new Set(
  [
    'anonymous', // English
    'anoniem', // Dutch, Afrikaans
    'anonim', // Indonesian, Romanian, Azerbaijani, Albanian, Uzbek
    'anonima', // Esperanto, Basque
    'anonimo', // Italian
    'anonimoa', // Basque
    'anoniman', // Croatian, Serbian
    'anonimno', // Bosnian, Croatian
    'anonimni', // Slovenian
    'anonimen', // Slovenian
    'anonimowy', // Polish
    'anonimiškas', // Lithuanian
    'anonimas', // Lithuanian
    'anonīms', // Latvian
    'anonym', // German, Danish, Norwegian, Swedish
    'anonyme', // French
    'anonymní', // Czech
    'anonymný', // Slovak
    'anonyymi', // Finnish
    'anonüümne', // Estonian
    'anònim', // Catalan
    'anónimo', // Spanish, Portuguese, Galician
    'anônimo', // Brazilian Portuguese
    'adsız', // Turkish
    'bila jina', // Swahili
    'asiyejulikana', // Swahili
    'dienw', // Welsh
    'gan ainm', // Irish
    'hindi nagpakilala', // Filipino
    'engaziwa', // Zulu
    'nafnlaus', // Icelandic
    'névtelen', // Hungarian
    'nặc danh', // Vietnamese
    'tanpa nama', // Malay
    'awanama', // Malay
    'ανώνυμος', // Greek
    'аноним', // Russian, Kazakh
    'анонимный', // Russian
    'анонимен', // Bulgarian, Macedonian
    'анониман', // Serbian
    'анонимно', // Serbian
    'анонім', // Ukrainian
    'анонімний', // Ukrainian
    'ананімны', // Belarusian
    'ананім', // Belarusian
    'нэргүй', // Mongolian
    'անանուն', // Armenian
    'ანონიმური', // Georgian
    'ანონიმი', // Georgian
    'אנונימי', // Hebrew
    'غير معرف', // Arabic
    'مجهول', // Arabic
    'ناشناس', // Persian
    'گمنام', // Urdu
    'ስም-አልባ', // Amharic
    'ስም የለሽ', // Amharic
    'बेनामी', // Hindi, Nepali
    'अनाम', // Hindi
    'अनामित', // Marathi
    'নামহীন', // Bengali
    'অজ্ঞাত', // Bengali
    'અનામિક', // Gujarati
    'અજ્ઞાત', // Gujarati
    'ਅਗਿਆਤ', // Punjabi
    'பெயரில்லா', // Tamil
    'అజ్ఞాత', // Telugu
    'ಅನಾಮಧೇಯ', // Kannada
    'അജ്ഞാത', // Malayalam
    'അജ്ഞാതന്‍', // Malayalam
    'നിർനാമി', // Malayalam
    'නිර්නාමික', // Sinhala
    'ไม่ระบุชื่อ', // Thai
    'ບໍ່ລະບຸຊື່', // Lao
    'អនាមិក', // Khmer
    'အမည်မသိ', // Burmese
    '匿名', // Japanese, Chinese
    '익명', // Korean
  ].map((word) => word.normalize('NFC')),
)

// Nearly everybody has the same name here.
let lastName = ''
let wasAnonymous = false

/**
 * Whether a name is a platform's word for nobody. "Unknown" is not: Blogger shows it for a profile whose name
 * is gone, and such a profile is somebody.
 */
export const isAnonymousWord = (name: string): boolean => {
  if (name !== lastName) {
    lastName = name
    wasAnonymous = words.has(name.normalize('NFC').toLowerCase())
  }
  return wasAnonymous
}
