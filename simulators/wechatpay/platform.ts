/**
 * What WeChat Pay signs with: the public key of its newer merchants, or certificates as for older ones, which it changes from time to
 * time, bringing the next one before it uses it.
 */
import { type Certified, makeCertificate } from '../certificate'
import type { Clock } from '../clock'
import { seal } from './seal'
import type { Platform as Signer } from './signature'

const DAY_MS = 86_400_000

export interface Platform {
  /** The serial and key of the next signature. */
  signer(): Signer
  use(mode: 'publicKey' | 'certificate'): void
  /** Another certificate signs from now on; the one before is still told. */
  rotate(): void
  /** As `/v3/certificates` tells them; undefined for a merchant who has none. */
  certificates(): object | undefined
}

export function createPlatform(publicKey: Signer, apiV3Key: string, clock: Clock): Platform {
  let certified: Certified[] = []
  let mode: 'publicKey' | 'certificate' = 'publicKey'

  const rotate = (): void => {
    const now = clock.now().getTime()
    const made = makeCertificate('Tenpay.com Root CA', new Date(now - DAY_MS), new Date(now + 5 * 365 * DAY_MS))
    certified = [made, ...certified].slice(0, 2)
  }

  return {
    signer() {
      const [newest] = certified
      if (mode === 'publicKey' || !newest) return publicKey
      return { platformSerial: newest.serial, platformPrivateKey: newest.privateKeyPem }
    },
    use(wanted) {
      mode = wanted
      if (mode === 'certificate' && certified.length === 0) rotate()
    },
    rotate,
    certificates: () =>
      mode === 'publicKey'
        ? undefined
        : {
            data: certified.map(({ serial, certificatePem }) => ({
              serial_no: serial,
              effective_time: '2026-01-01T00:00:00+08:00',
              expire_time: '2031-01-01T00:00:00+08:00',
              encrypt_certificate: seal(certificatePem, 'certificate', apiV3Key),
            })),
          },
  }
}
