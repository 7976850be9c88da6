import { MAX_ATTACHMENT, MAX_MB } from "@/lib/platform/files/media";

/** What became of a file; `message` is a translation key with its values. */
export type Outcome =
  | { state: "done"; message?: undefined }
  | { state: "cancelled"; message?: undefined }
  | { state: "refused"; message: string };

export type Sending = { outcome: Promise<Outcome>; cancel: () => void };

/** Refused without being sent: what the server would refuse after the whole of it had gone over the line. */
export function problemOf(file: File): string | null {
  if (file.size === 0) return "attachments.errors.empty";
  return file.size > MAX_ATTACHMENT ? `attachments.errors.tooLarge?max=${MAX_MB}` : null;
}

/** Sends one file, and tells how much of it is out. XMLHttpRequest, since fetch tells nothing of that. */
export function sendFile(
  action: string,
  file: File,
  kind: string,
  onProgress: (share: number) => void,
): Sending {
  const request = new XMLHttpRequest();
  const outcome = new Promise<Outcome>((settle) => {
    const refuse = (message: string) => settle({ state: "refused", message });
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onabort = () => settle({ state: "cancelled" });
    request.onerror = () => refuse("attachments.errors.cutOff");
    request.onload = () => {
      const answer = readAnswer(request.responseText);
      if (answer?.ok) settle({ state: "done" });
      else refuse(answer?.message ?? "errors.unexpected");
    };
  });
  const form = new FormData();
  form.set("kind", kind); // before the file: what comes after it is read too late
  form.set("file", file);
  request.open("POST", action);
  request.setRequestHeader("accept", "application/json");
  request.send(form);
  return { outcome, cancel: () => request.abort() };
}

function readAnswer(text: string): { ok: boolean; message?: string } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a proxy's own page
  }
}
