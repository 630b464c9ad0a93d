/** Pictures, sounds and films of a small pottery, drawn and sounded by this page alone. Run by make.ts in Chromium. */
import {
  AudioBufferSource,
  BufferTarget,
  CanvasSource,
  Mp4OutputFormat,
  OggOutputFormat,
  Output,
} from "/mediabunny.mjs";

const clay = "#b5654a";
const teal = "#2f7f86";
const cream = "#efe6d6";

window.samples = {
  "mug.jpg": () => picture(640, 480, "image/jpeg", (pen) => still(pen, 640, 480, mug)),
  "vase.jpg": () => picture(480, 640, "image/jpeg", (pen) => still(pen, 480, 640, vase)),
  "bowl.jpg": () => picture(640, 480, "image/jpeg", (pen) => still(pen, 640, 480, bowl)),
  "parcel.jpg": () => picture(480, 640, "image/jpeg", (pen) => still(pen, 480, 640, parcel)),
  "glazes.png": () => picture(480, 320, "image/png", glazes),
  "shelf.webp": () => picture(640, 360, "image/webp", shelf),
  "thanks.webp": () => picture(256, 256, "image/webp", (pen) => face(pen, 0)),
  ...Object.fromEntries(
    Array.from({ length: 8 }, (_, at) => [
      `wave-${at}.png`,
      () => picture(192, 192, "image/png", (pen) => face(pen, Math.sin((at / 8) * 2 * Math.PI), 0.75)),
    ]),
  ),
  "voice.ogg": () => sound(new OggOutputFormat(), 6, spoken),
  "chime.m4a": () => sound(new Mp4OutputFormat(), 4, chime),
  "wheel.mp4": film,
};

async function picture(width, height, type, draw) {
  const canvas = new OffscreenCanvas(width, height);
  draw(canvas.getContext("2d"));
  const blob = await canvas.convertToBlob({ type, quality: 0.72 });
  return base64(new Uint8Array(await blob.arrayBuffer()));
}

/** A thing on a table before a wall, lit from the left. */
function still(pen, width, height, thing) {
  pen.fillStyle = fade(pen, 0, 0, width, height, "#f4efe7", "#cfd9d8");
  pen.fillRect(0, 0, width, height);
  pen.fillStyle = fade(pen, 0, height * 0.7, 0, height, "#a98563", "#7d5f45");
  pen.fillRect(0, height * 0.72, width, height * 0.28);
  pen.fillStyle = "rgba(30, 20, 10, 0.25)";
  oval(pen, width * 0.54, height * 0.84, width * 0.3, height * 0.05);
  pen.save();
  pen.translate(width / 2, height * 0.84);
  const scale = Math.min(width, height) / 480;
  pen.scale(scale, scale);
  thing(pen);
  pen.restore();
}

function mug(pen) {
  pen.lineWidth = 26;
  pen.strokeStyle = "#25666c";
  pen.beginPath();
  pen.ellipse(120, -120, 55, 65, 0, -1.5, 1.5);
  pen.stroke();
  pen.fillStyle = fade(pen, -120, 0, 120, 0, "#5fb3b5", teal);
  pen.beginPath();
  pen.roundRect(-120, -240, 240, 240, [12, 12, 46, 46]);
  pen.fill();
  pen.fillStyle = "#1d4d52";
  oval(pen, 0, -238, 118, 26);
  pen.fillStyle = "#5a3825";
  oval(pen, 0, -230, 100, 18);
}

function vase(pen) {
  pen.fillStyle = fade(pen, -110, 0, 110, 0, "#d89a78", clay);
  pen.beginPath();
  pen.moveTo(-45, -380);
  pen.bezierCurveTo(-30, -300, -150, -260, -120, -120);
  pen.bezierCurveTo(-105, -40, -70, 0, -60, 0);
  pen.lineTo(60, 0);
  pen.bezierCurveTo(70, 0, 105, -40, 120, -120);
  pen.bezierCurveTo(150, -260, 30, -300, 45, -380);
  pen.fill();
  pen.fillStyle = "#6d3625";
  oval(pen, 0, -380, 45, 11);
  pen.strokeStyle = cream;
  pen.lineWidth = 6;
  for (const y of [-150, -170]) {
    pen.beginPath();
    pen.ellipse(0, y, 124, 22, 0, 0.1, Math.PI - 0.1);
    pen.stroke();
  }
}

function bowl(pen) {
  pen.fillStyle = fade(pen, -180, 0, 180, 0, "#f7f1e4", "#c7b89c");
  pen.beginPath();
  pen.moveTo(-190, -170);
  pen.bezierCurveTo(-180, -30, -90, 0, -60, 0);
  pen.lineTo(60, 0);
  pen.bezierCurveTo(90, 0, 180, -30, 190, -170);
  pen.fill();
  pen.fillStyle = "#9c8c70";
  oval(pen, 0, -170, 190, 42);
  pen.fillStyle = teal;
  oval(pen, 0, -162, 168, 30);
}

function parcel(pen) {
  pen.fillStyle = fade(pen, -170, -260, 170, 0, "#d3a878", "#a97b4c");
  pen.fillRect(-170, -250, 340, 250);
  pen.fillStyle = "rgba(255, 255, 255, 0.5)";
  pen.fillRect(-26, -250, 52, 250);
  pen.fillStyle = "#fffdf8";
  pen.fillRect(50, -120, 100, 70);
  pen.fillStyle = "#444";
  for (let at = 0; at < 12; at += 1) pen.fillRect(58 + at * 7, -110, at % 3 === 0 ? 4 : 2, 34);
}

function glazes(pen) {
  const tints = [teal, clay, "#c9a24b", "#5d7f4e", "#40506b", "#8a5a83", cream, "#30343a"];
  pen.fillStyle = "#f6f3ee";
  pen.fillRect(0, 0, 480, 320);
  for (const [at, tint] of tints.entries()) {
    pen.fillStyle = tint;
    pen.beginPath();
    pen.roundRect(20 + (at % 4) * 112, 20 + Math.floor(at / 4) * 145, 104, 135, 8);
    pen.fill();
  }
}

function shelf(pen) {
  still(pen, 640, 360, () => undefined);
  for (const [at, thing] of [mug, vase, bowl, vase, mug].entries()) {
    pen.save();
    pen.translate(75 + at * 122, 300);
    pen.scale(0.28, 0.28);
    thing(pen);
    pen.restore();
  }
}

/** A cup with a face that waves; `lean` from -1 to 1. */
function face(pen, lean, scale = 1) {
  pen.scale(scale, scale);
  pen.translate(112, 150);
  pen.rotate(lean * 0.22);
  pen.translate(0, 80);
  pen.save();
  pen.scale(0.72, 0.72);
  mug(pen);
  pen.restore();
  pen.fillStyle = "#12383c";
  oval(pen, -32, -100, 9, 12);
  oval(pen, 32, -100, 9, 12);
  pen.strokeStyle = "#12383c";
  pen.lineWidth = 7;
  pen.lineCap = "round";
  pen.beginPath();
  pen.arc(0, -82, 26, 0.4, Math.PI - 0.4);
  pen.stroke();
}

async function sound(format, seconds, wave) {
  const rate = 48_000;
  const buffer = new AudioBuffer({ length: rate * seconds, sampleRate: rate, numberOfChannels: 1 });
  const samples = buffer.getChannelData(0);
  for (let at = 0; at < samples.length; at += 1) samples[at] = wave(at / rate);
  const output = new Output({ format, target: new BufferTarget() });
  const source = new AudioBufferSource({ codec: "opus", bitrate: 20_000 });
  output.addAudioTrack(source);
  await output.start();
  await source.add(buffer);
  await output.finalize();
  return base64(new Uint8Array(output.target.buffer));
}

/** Something with the rise and fall of a sentence or two. */
function spoken(at) {
  const word = Math.max(0, Math.sin(at * 9.5)) * Math.max(0, Math.sin(at * 1.1 + 0.6)) ** 0.5;
  const pitch = 150 + 25 * Math.sin(at * 2.1) + 10 * Math.sin(at * 13);
  const phase = 2 * Math.PI * pitch * at;
  return 0.35 * word * (Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.3 * Math.sin(5 * phase));
}

function chime(at) {
  const notes = [523, 659, 784, 1047];
  const note = Math.min(3, Math.floor(at));
  return 0.3 * Math.sin(2 * Math.PI * notes[note] * at) * Math.exp(-3 * (at - note));
}

/** A bowl turns on the wheel for three seconds. */
async function film() {
  const canvas = new OffscreenCanvas(320, 240);
  const pen = canvas.getContext("2d");
  const output = new Output({
    format: new Mp4OutputFormat({ fastStart: "in-memory" }),
    target: new BufferTarget(),
  });
  const source = new CanvasSource(canvas, { codec: "avc", bitrate: 90_000, keyFrameInterval: 3 });
  output.addVideoTrack(source);
  await output.start();
  for (let frame = 0; frame < 36; frame += 1) {
    pen.resetTransform();
    still(pen, 320, 240, bowl);
    pen.translate(160, 176);
    pen.fillStyle = "rgba(255, 255, 255, 0.6)";
    oval(pen, 75 * Math.cos(frame / 4), -24 + 6 * Math.sin(frame / 4), 7, 4);
    await source.add(frame / 12, 1 / 12);
  }
  await output.finalize();
  return base64(new Uint8Array(output.target.buffer));
}

function oval(pen, x, y, across, down) {
  pen.beginPath();
  pen.ellipse(x, y, across, down, 0, 0, 2 * Math.PI);
  pen.fill();
}

function fade(pen, x0, y0, x1, y1, from, to) {
  const gradient = pen.createLinearGradient(x0, y0, x1, y1);
  gradient.addColorStop(0, from);
  gradient.addColorStop(1, to);
  return gradient;
}

function base64(bytes) {
  return bytes.toBase64();
}
