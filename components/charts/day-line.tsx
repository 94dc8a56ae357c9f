import clsx from 'clsx';
import type { Route } from 'next';
import Link from 'next/link';
import { DayAxis, DayLegend, type DaySpan, type LegendEntry, nameOfSpan, roomFor } from './day-parts';

interface DayPoint extends DaySpan {
  /** What the point says, after its day. */
  words: string;
  href: Route;
  /** How high it lies, as a share of the chart; null where there is nothing to draw. */
  height: number | null;
}
interface DayLineProps {
  label: string;
  /** At the lines across the top and the foot: the foot need not be nothing. */
  top: string;
  foot: string;
  points: readonly DayPoint[];
  legend: LegendEntry;
}

/** A line over the days, broken where there is nothing to draw; each of its points opens what it counts. */
export function DayLine({ label, top, foot, points, legend }: DayLineProps) {
  const heightAt = (place: number) => points[place]?.height ?? null;
  return (
    <div className="@container">
      <p className="border-b border-line-soft text-tag text-ink-3 tabular">{top}</p>
      <div className="relative border-b border-line">
        <span className="absolute bottom-0 left-0 text-tag text-ink-3 tabular">{foot}</span>
        <ul className="flex h-24 overflow-x-clip" aria-label={label}>
          {points.map((point, place) => (
            <li
              key={point.day}
              className={clsx('relative min-w-0 flex-1 hover:bg-hover', roomFor(points.length - 1 - place))}
            >
              <Segment before={heightAt(place - 1)} own={point.height} after={heightAt(place + 1)} />
              <Point {...point} />
            </li>
          ))}
        </ul>
      </div>
      <DayAxis spans={points} />
      <DayLegend entries={[legend]} marks={['h-0.5 w-3.5 bg-accent']} spans={points} />
    </div>
  );
}

function Point({ height, href, words, ...span }: DayPoint) {
  const said = (
    <span className="sr-only">
      {nameOfSpan(span)}: {words}
    </span>
  );
  if (height === null) return said;
  return (
    <Link
      href={href}
      prefetch={false}
      title={`${nameOfSpan(span)}: ${words}`}
      className="group absolute inset-0 -outline-offset-2"
    >
      <span
        className="absolute left-1/2 size-2 -translate-x-1/2 translate-y-1/2 rounded-full border-2 border-accent bg-surface group-hover:bg-accent"
        style={{ bottom: `${height * 100}%` }}
      />
      {said}
    </Link>
  );
}

interface SegmentProps {
  before: number | null;
  own: number | null;
  after: number | null;
}

/**
 * The line from half way to the point before up to half way to the one after: each part is hidden with its point. A little
 * further on either side, or a gap would be seen between them.
 */
function Segment({ before, own, after }: SegmentProps) {
  if (own === null) return null;
  const at = (x: number, height: number) => `${x},${(1 - height) * 100}`;
  const towards = (other: number) => own + (other - own) * 0.52;
  const parts = [
    ...(before === null ? [] : [at(-2, towards(before))]),
    at(50, own),
    ...(after === null ? [] : [at(102, towards(after))]),
  ];
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible text-accent"
    >
      <polyline
        points={parts.join(' ')}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
