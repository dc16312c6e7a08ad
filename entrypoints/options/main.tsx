import { render } from 'preact'
import { Options } from './options'

const app = document.getElementById('app')
if (app) render(<Options />, app)
