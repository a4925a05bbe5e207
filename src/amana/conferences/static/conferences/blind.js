/* The voter's part of RSABSSA-SHA384-PSS-Randomized (RFC 9474): what the server signs is blinded here,
   and what comes back is unblinded here, so that the server cannot tell it from any other. */
const EXPONENT = 65537n;
const SALT = 48;
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export function random(length) {
  return crypto.getRandomValues(new Uint8Array(length));
}

export function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function unhex(text) {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

export function packed(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function number(bytes) {
  return BigInt(`0x${hex(bytes) || "0"}`);
}

function bytesOf(value, length) {
  return unhex(value.toString(16).padStart(2 * length, "0"));
}

function power(base, exponent, modulus) {
  let [result, square] = [1n, base % modulus];
  for (let left = exponent; left; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

function inverse(value, modulus) {
  let [a, b, x, y] = [value, modulus, 1n, 0n];
  while (b) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  if (a !== 1n) throw new Error("no inverse");
  return ((x % modulus) + modulus) % modulus;
}

async function sha(kind, ...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return new Uint8Array(await crypto.subtle.digest(kind, whole));
}

async function mask(seed, length) {
  const found = [];
  for (let n = 0; found.length < length; n += 1) found.push(...(await sha("SHA-384", seed, bytesOf(BigInt(n), 4))));
  return found.slice(0, length);
}

/* EMSA-PSS-ENCODE of RFC 8017. */
export async function encoded(message, bits, salt) {
  const length = Math.ceil(bits / 8);
  const digest = await sha("SHA-384", new Uint8Array(8), await sha("SHA-384", message), salt);
  const data = new Uint8Array(length - digest.length - 1);
  data[data.length - SALT - 1] = 1;
  data.set(salt, data.length - SALT);
  const over = await mask(digest, data.length);
  data.forEach((byte, at) => (data[at] = byte ^ over[at]));
  data[0] &= 0xff >> (8 * length - bits);
  return number([...data, ...digest, 0xbc]);
}

function size(modulus) {
  const bits = modulus.toString(2).length;
  return { bits, length: Math.ceil(bits / 8) };
}

export function hidden(message, factor, modulus) {
  return (message * power(factor, EXPONENT, modulus)) % modulus;
}

/* A fresh token and what is sent to be signed; all of it stays on this device but `blinded`. */
export async function blind(modulusHex) {
  const modulus = BigInt(`0x${modulusHex}`);
  const { bits, length } = size(modulus);
  const token = random(64);
  const message = await encoded(token, bits - 1, random(SALT));
  let factor = 0n;
  while (factor < 2n || factor >= modulus) factor = number(random(length));
  inverse(factor, modulus);
  return {
    token: hex(token),
    message: message.toString(16),
    factor: factor.toString(16),
    blinded: packed(bytesOf(hidden(message, factor, modulus), length)),
  };
}

/* The signature of the token itself. It is checked: a signature that does not hold could mark a voter. */
export function unblind(kept, signedHex, modulusHex) {
  const modulus = BigInt(`0x${modulusHex}`);
  const plain = (BigInt(`0x${signedHex}`) * inverse(BigInt(`0x${kept.factor}`), modulus)) % modulus;
  if (power(plain, EXPONENT, modulus) !== BigInt(`0x${kept.message}`)) throw new Error("signature");
  return packed(bytesOf(plain, size(modulus).length));
}

/* The code of a paper, as its receipt shows it. */
export async function codeOf(token) {
  let left = number((await sha("SHA-256", token)).slice(0, 10));
  let letters = "";
  for (let n = 0; n < 16; n += 1, left >>= 5n) letters = LETTERS[Number(left & 31n)] + letters;
  return letters.match(/.{4}/g).join("-");
}
