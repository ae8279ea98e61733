import '../../lib/reason-words.js'
import { addTexts } from './i18n.js'
import { viPages } from './vi-pages.js'

/** Every page but the overview begins with this import. */
addTexts(viPages)
