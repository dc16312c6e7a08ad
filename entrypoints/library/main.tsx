import { render } from 'preact'
import { Library } from './library'

const app = document.getElementById('app')
if (app) render(<Library />, app)
