/** Keeps the rest of the address when a form of the frame is sent without JavaScript. */
export function OtherParams(props: { params: URLSearchParams; except: string[] }) {
  return [...props.params]
    .filter(([name, value]) => value !== "" && !props.except.includes(name))
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
