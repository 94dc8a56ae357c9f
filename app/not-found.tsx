import { ButtonLink } from '@/components/ui/button';

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div className="grid max-w-[400px] justify-items-start gap-2">
        <h1>Nothing here</h1>
        <p className="text-ink-2">There is no page at this address, or none that you may see.</p>
        <ButtonLink href={{ pathname: '/' }}>Go to the overview</ButtonLink>
      </div>
    </main>
  );
}
