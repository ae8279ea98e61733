import { Button, Checkbox, Popover } from 'antd'

interface Props {
  /** What the button says. */
  text: string
  /** What is chosen from, for those who do not see it. */
  title: string
  resetText: string
  chosen: readonly string[]
  options: ReadonlyArray<{ value: string; label: string }>
  /** Nothing chosen means the default. */
  onChange: (chosen: string[]) => void
}

/** Boxes to tick behind a button: which columns or rows a table shows. */
export function CheckChooser({ text, title, resetText, chosen, options, onChange }: Props) {
  const content = (
    <div className="sb-chooser" role="group" aria-label={title}>
      <Checkbox.Group
        value={[...chosen]}
        options={[...options]}
        onChange={(next) => onChange(next.map(String))}
      />
      <Button size="small" onClick={() => onChange([])}>
        {resetText}
      </Button>
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottomLeft">
      <Button>{text}</Button>
    </Popover>
  )
}
