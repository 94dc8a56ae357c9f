import { Section } from '@/components/ui/page';
import { Bar } from '@/components/ui/skeleton';

export function PendingSections({ titles }: { titles: string[] }) {
  return (
    <div aria-busy="true" className="animate-late">
      <span role="status" className="sr-only">
        Reading
      </span>
      {titles.map((title) => (
        <Section key={title} title={title}>
          <div className="grid gap-4 py-2">
            <Bar className="w-[58%]" />
            <Bar className="w-[72%]" />
            <Bar className="w-[46%]" />
            <Bar className="w-[64%]" />
          </div>
        </Section>
      ))}
    </div>
  );
}
