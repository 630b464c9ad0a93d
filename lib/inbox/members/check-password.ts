import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from "@/lib/domain/password-rules";
import { fail, ok, type Result } from "@/lib/domain/result";

/** Whether a password may be used: long enough, not one character over and over, and not the account's own email. */
export function checkPassword(password: string, email: string): Result<string> {
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH || length > PASSWORD_MAX_LENGTH) {
    return fail(
      "password_too_weak",
      `A password has ${PASSWORD_MIN_LENGTH} to ${PASSWORD_MAX_LENGTH} characters.`,
    );
  }
  if (new Set(password).size < 4)
    return fail("password_too_weak", "The password repeats too few characters.");
  if (password.toLowerCase() === email.toLowerCase()) {
    return fail("password_too_weak", "The password is the email address.");
  }
  return ok(password);
}
